"""Party committees, and the first words of names that are in no list."""

from .phrases import add, build, lines

# Party committees by their words; the house form is what stands in a body.
COMMITTEES = build(
    lines(
        """
        Tỉnh ủy: =tu | =t.u | tỉnh uỷ
        Thành ủy
        Thị ủy: =txu | =thiu
        Huyện ủy: =hu
        Quận ủy: =qu
        Đảng ủy: =đu
        Đảng bộ
        Đảng bộ bộ phận
        Đảng bộ cơ sở
        Chi bộ: =cb
        Chi ủy
        Chi đoàn
        Liên chi đoàn
        Tỉnh đoàn
        Thành đoàn
        Thị đoàn
        Huyện đoàn
        Quận đoàn
        Đoàn
        """
    )
)
# In letters only: spelled out, its field is read behind "Đảng ủy".
add(COMMITTEES, "=đuk", "Đảng ủy Khối")
# Words of places where only party committees stand: "Đảng ủy Quân sự tỉnh", "Đảng ủy UBND tỉnh".
COMMITTEE_FIELDS = build(
    lines(
        """
        Khối các cơ quan và doanh nghiệp: khối cơ quan và doanh nghiệp
        Khối các cơ quan và doanh nghiệp: khối các cơ quan - doanh nghiệp
        Khối các cơ quan: khối cơ quan
        Khối
        Khối Doanh nghiệp
        các cơ quan Đảng: cơ quan đảng | các cơ quan của đảng
        UBND: ủy ban nhân dân
        HĐND
        Quân sự
        Công an
        Bộ đội Biên phòng: bđbp | biên phòng
        Quân khu
        Chính phủ
        Quốc hội
        MTTQ, các đoàn thể Trung ương
        """
    )
)
# Head words of names that are not in the lists above: Sở Y tế, Trường THPT, Chi cục Thuế.
OPEN_HEADS = build(
    lines(
        """
        Sở
        Phòng
        Ban
        Bộ
        Cục
        Chi cục
        Tổng cục
        Vụ
        Viện
        Trung tâm: =tt
        Văn phòng: =vp
        Trường
        Báo
        Đài
        Đài Phát thanh và Truyền hình: đài pt-th | đài ptth | đài pt&th
        Tạp chí
        Bệnh viện: =bv
        Hội
        Hiệp hội
        Hội đồng
        Liên minh
        Liên hiệp
        Câu lạc bộ: =clb
        Công ty
        Công ty cổ phần
        Công ty TNHH
        Công ty TNHH một thành viên: công ty tnhh mtv
        Tổng công ty
        Tập đoàn
        Ngân hàng
        Điện lực
        Bưu điện
        Viễn thông
        Hạt Kiểm lâm
        Trạm
        Trạm Y tế
        Đội
        Đồn Biên phòng
        Đồn
        Quân khu
        Quân đoàn
        Sư đoàn
        Trung đoàn
        Tiểu đoàn
        Lữ đoàn
        Chi hội
        Khoa
        Quỹ
        Nhà máy
        Ủy ban: =ub
        Vườn Quốc gia
        Học viện
        Hợp tác xã: htx
        Phân viện
        Nhà xuất bản
        Thư viện
        Bảo tàng
        Chi nhánh
        Xí nghiệp
        Phân hiệu
        Nhà Văn hóa
        Nhà Thiếu nhi
        Cung Thiếu nhi
        Tổ hợp tác
        Trại giam
        Hải đoàn
        Vùng Cảnh sát biển
        Khu công nghiệp
        Cơ quan
        """
    )
)
