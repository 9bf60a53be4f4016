"""What offices are about: the words behind Ban, Phòng, Sở, Hội, and whole names of bodies."""

from .phrases import build, lines

# Joined by "và", "-" or "," to names such as "Tài chính - Kế hoạch".
DOMAINS = build(
    lines(
        """
        Tổ chức: tc
        Tuyên giáo: tg
        Dân vận: dv
        Tuyên giáo và Dân vận: tgdv | tg&dv | tg dv
        Nội chính
        Xây dựng Đảng: xdđ
        Kiểm tra
        Thanh tra
        Pháp chế
        Dân tộc
        Tôn giáo
        Đô thị
        Đối ngoại
        Bảo vệ chính trị nội bộ
        Kinh tế - Ngân sách: kinh tế ngân sách
        Kinh tế - Xã hội: kinh tế xã hội
        Văn hóa - Xã hội: văn hóa xã hội
        Công tác Mặt trận
        Thanh tra nhân dân
        Quản lý dự án
        Thi đua - Khen thưởng
        Khen thưởng
        Nội vụ: nv
        Tư pháp
        Tài chính
        Kế hoạch
        Tài chính - Kế hoạch: tài chính kế hoạch
        Kế hoạch và Đầu tư
        Kinh tế
        Kinh tế và Hạ tầng
        Hạ tầng
        Quản lý đô thị
        Đầu tư
        Xây dựng
        Giao thông vận tải
        Giao thông công chính
        Công Thương: công thương
        Nông nghiệp
        Nông nghiệp và Phát triển nông thôn: nông nghiệp - phát triển nông thôn
        Nông nghiệp và Môi trường
        Phát triển nông thôn
        Tài nguyên
        Tài nguyên và Môi trường
        Môi trường
        Y tế
        Giáo dục
        Giáo dục và Đào tạo
        Đào tạo
        Khoa học và Công nghệ
        Khoa học
        Công nghệ
        Thông tin
        Thông tin và Truyền thông
        Truyền thông
        Văn hóa
        Thể thao
        Du lịch
        Văn hóa và Thông tin: văn hóa thông tin
        Văn hóa, Thể thao và Du lịch: văn hóa - thể thao và du lịch
        Văn hóa, Thông tin và Thể thao
        Văn hóa, Khoa học và Thông tin
        Văn hóa và Thể thao
        Lao động, Thương binh và Xã hội
        Lao động - Thương binh và Xã hội: lao động thương binh và xã hội
        Lao động
        Thương binh
        Xã hội
        Ngoại vụ
        Dân tộc và Tôn giáo
        Tổng hợp
        Hành chính
        Hành chính - Tổng hợp
        Quản trị
        Kế toán
        Cơ yếu
        Nghiệp vụ
        Công tác Đảng
        Công tác chính trị
        Tham mưu
        Chính trị
        Hậu cần
        Kỹ thuật
        Cảnh sát giao thông
        Cảnh sát hình sự
        Cảnh sát quản lý hành chính về trật tự xã hội
        An ninh
        Phát thanh
        Truyền hình
        Thi hành án
        Phục vụ hành chính công: hành chính công
        Bồi dưỡng chính trị
        Bồi dưỡng lý luận chính trị
        Phát triển quỹ đất
        Khuyến nông
        Dịch vụ nông nghiệp
        Dịch vụ tổng hợp
        Giáo dục nghề nghiệp
        Giáo dục thường xuyên
        Giáo dục nghề nghiệp - Giáo dục thường xuyên
        Kiểm soát bệnh tật
        Văn hóa - Thông tin - Thể thao
        Văn hóa, Thể thao và Truyền thông
        Truyền thông - Văn hóa
        Truyền thông và Văn hóa
        Văn hóa, Thể thao và Truyền thanh - Truyền hình
        Văn hóa - Thông tin
        Quản lý thị trường
        Kiểm lâm
        Thuế
        Hải quan
        Thống kê
        Thú y
        Trồng trọt và Bảo vệ thực vật
        Bảo vệ thực vật
        Thủy lợi
        Thủy sản
        Chăn nuôi và Thú y
        Chuyển đổi số
        Hội nhập quốc tế
        BDCT
        CDC
        CSGT
        CTMT
        DVNN
        GD&ĐT
        GD-ĐT
        GDNN-GDTX
        GDTX
        GDĐT
        GTVT
        KH&CN
        KH&ĐT
        KH-ĐT
        KHCN
        KHĐT
        KSBT
        KT-HT
        KT-NS
        KT-XH
        KTHT
        LĐ,TB&XH
        LĐ-TB&XH
        LĐ-TBXH
        LĐTB&XH
        LĐTBXH
        NN&MT
        NN&PTNT
        NN-PTNT
        PTQĐ
        PVHCC
        QLDA
        QLTT
        QLĐT
        TC-KH
        TN&MT
        TN-MT
        TNMT
        TT&TT
        TT-TT
        TĐKT
        VH&TT
        VH,TT&DL
        VH-TT
        VH-XH
        VHTT&DL
        VHTTDL
        """
    )
)

# Whole names, in house form. HĐND, UBND, MTTQ, LHPN, CHQS and ĐBQH are always written short.
NAMED = build(
    lines(
        """
        HĐND: hội đồng nhân dân | hđnđ | hdnd | hđ nd | hđ nhân dân
        UBND: ủy ban nhân dân | ubnđ | ub nhân dân | ubnn
        Ủy ban MTTQ Việt Nam: ủy ban mặt trận tổ quốc việt nam | ubmttqvn | ubmttq vn | ub mttq vn
        Ủy ban MTTQ Việt Nam: ủy ban mttq vn | ubmttq việt nam | ub mttq việt nam | ub mttqvn
        Ủy ban MTTQ Việt Nam: ủy ban mttqvn | mttq việt nam | mttq vn | mttqvn
        Ủy ban MTTQ Việt Nam: mặt trận tổ quốc việt nam | ub mặt trận tổ quốc việt nam
        Ủy ban MTTQ: ủy ban mặt trận tổ quốc | ubmttq | ub mttq | ubmt | mttq | mặt trận tổ quốc
        Ủy ban MTTQ: ub mặt trận tổ quốc | mặt trận | ubmt tổ quốc
        Ủy ban Trung ương MTTQ Việt Nam: ubtư mttq việt nam | ubtw mttq việt nam | ubtư mttqvn
        Ủy ban Trung ương MTTQ Việt Nam: ủy ban trung ương mặt trận tổ quốc việt nam
        Ủy ban Trung ương MTTQ Việt Nam: ubtw mttqvn | ubtw mttq vn | ubtư mttq vn
        Ủy ban Trung ương MTTQ: ubtư mttq | ubtw mttq | ủy ban tw mttq
        Ủy ban Kiểm tra: ubkt | ub kiểm tra
        Ủy ban Kiểm tra - Thanh tra
        Ủy ban Kiểm tra Trung ương: ubkt trung ương | ubkt tw | ubkttw | ubkttư
        Ban Tổ chức Trung ương: btctw | btc trung ương
        Ban Tuyên giáo Trung ương
        Ban Tuyên giáo và Dân vận Trung ương
        Ban Dân vận Trung ương
        Ban Nội chính Trung ương
        Ban Kinh tế Trung ương
        Ban Đối ngoại Trung ương
        Ban Chính sách, chiến lược Trung ương
        Văn phòng Trung ương Đảng
        Văn phòng Quốc hội
        Văn phòng Chính phủ
        Văn phòng Chủ tịch nước
        Văn phòng Đoàn ĐBQH và HĐND
        Văn phòng Đoàn ĐBQH, HĐND và UBND
        Quốc hội: qh
        Chính phủ
        Ủy ban Thường vụ Quốc hội: ubtvqh
        Trung ương Đảng: tw đảng | tư đảng | t.ư đảng | trung ương
        Trung ương Đảng: ban chấp hành trung ương đảng | bch trung ương đảng
        Ban Bí thư
        Bộ Chính trị
        Trung ương Đoàn: tw đoàn | tư đoàn
        Đoàn ĐBQH: đoàn đại biểu quốc hội | đbqh | đại biểu quốc hội
        Liên đoàn Lao động: lđlđ
        Tổng Liên đoàn Lao động Việt Nam
        Công đoàn cơ sở: cđcs
        Công đoàn: cđ
        Công đoàn Khu công nghiệp
        Công đoàn Viên chức
        Hội LHPN: hội liên hiệp phụ nữ | hlhpn | lhpn
        Hội Phụ nữ
        Hội LHPN Việt Nam: hội liên hiệp phụ nữ việt nam | hội lhpn vn
        Hội Nông dân: hnd | hội nd | nông dân
        Hội Nông dân Việt Nam
        Hội Cựu chiến binh: hội ccb | hccb | ccb | cựu chiến binh
        Hội Cựu chiến binh Việt Nam
        Hội Chữ thập đỏ: hội ctđ | hội chữ thập đỏ
        Hội Khuyến học
        Hội Người cao tuổi: hội nct
        Hội Luật gia
        Hội Đông y
        Hội Làm vườn
        Hội Nhà báo
        Hội Nhà báo Việt Nam
        Hội Người mù
        Hội Sinh viên
        Hội Văn học nghệ thuật: hội vhnt
        Hội Văn học - Nghệ thuật
        Hội Cựu giáo chức
        Hội Cựu thanh niên xung phong: hội cựu tnxp
        Hội Nạn nhân chất độc da cam/dioxin
        Hội Nạn nhân chất độc da cam
        Hội Bảo trợ người khuyết tật và trẻ mồ côi
        Hội Bảo trợ người tàn tật và trẻ mồ côi
        Hội Liên hiệp Thanh niên Việt Nam
        Hội LHTN Việt Nam: hội lhtn vn
        Hội Liên hiệp Thanh niên
        Hội LHTN
        Hội Doanh nhân trẻ
        Hội Doanh nghiệp
        Hiệp hội Doanh nghiệp
        Hội Cựu tù chính trị
        Hội Sinh vật cảnh
        Hội Kế hoạch hóa gia đình
        Hội Khoa học Lịch sử
        Hội Luật gia
        Liên minh Hợp tác xã: liên minh htx
        Liên hiệp các Hội Khoa học và Kỹ thuật
        Liên hiệp các tổ chức hữu nghị
        Hợp tác xã: htx
        Đoàn Thanh niên: đtn
        Đoàn TNCS Hồ Chí Minh: đoàn tncs hcm | đoàn thanh niên cộng sản hồ chí minh | đtncs hcm
        Đoàn TNCS Hồ Chí Minh: đoàn tncshcm
        Hội đồng Đội
        Công an: ca
        Bộ CHQS: bộ chỉ huy quân sự | bchqs tỉnh
        Ban CHQS: ban chỉ huy quân sự | bchqs | ban chqs
        Bộ Chỉ huy Bộ đội Biên phòng: bch bđbp | bộ chỉ huy bđbp | bộ chỉ huy biên phòng
        Bộ đội Biên phòng: bđbp | biên phòng
        Ban Chỉ huy Bộ đội Biên phòng
        Tòa án nhân dân: tòa án
        TAND
        TAND tối cao
        Tòa án nhân dân tối cao: tandtc
        Viện Kiểm sát nhân dân: viện kiểm sát
        VKSND: vks
        VKSND tối cao
        Viện Kiểm sát nhân dân tối cao
        Thanh tra
        Bảo hiểm xã hội: bhxh
        Kho bạc Nhà nước: kbnn
        Ngân hàng Chính sách xã hội: ngân hàng csxh | nhcsxh
        Ngân hàng Nhà nước
        Chi cục Thi hành án dân sự: chi cục thads
        Cục Thi hành án dân sự: cục thads
        Trung tâm Chính trị: ttct | tt chính trị
        Trung tâm Bồi dưỡng chính trị: ttbdct | tt bdct
        Trung tâm Phục vụ hành chính công: ttpvhcc
        Trung tâm Y tế: ttyt
        Trung tâm Văn hóa, Thông tin và Thể thao
        Trung tâm Văn hóa, Thể thao và Truyền thông
        Trường Chính trị
        Ban Quản lý dự án đầu tư xây dựng: ban qlda đtxd | ban qlda đầu tư xây dựng
        Ban Quản lý các khu công nghiệp: ban quản lý các kcn | bql các kcn
        Ban Quản lý Khu kinh tế
        Ban Thanh tra nhân dân
        Hội đồng quản trị: hđqt
        Hội đồng thành viên: hđtv
        Hội đồng Trường
        Liên hiệp Hợp tác xã
        Văn phòng HĐND và UBND: văn phòng hđnd&ubnd | văn phòng hđnd - ubnd | văn phòng hđnd , ubnd
        Đảng bộ Khối các cơ quan và doanh nghiệp
        Đảng đoàn
        Ban cán sự đảng
        Thường trực HĐND
        """
    )
)

# Ban Chỉ đạo, Ban Tổ chức hội thi: parts played at an event, no office.
EVENT_DOMAINS = build(
    (phrase, True)
    for phrase in (
        "chỉ đạo",
        "giám khảo",
        "soạn thảo",
        "vận động",
        "bầu cử",
        "biên tập",
        "trọng tài",
        "giúp việc",
        "liên lạc",
        "lễ tang",
        "tổ chức lễ",
        "tổ chức hội",
        "tổ chức cuộc",
        "tổ chức giải",
        "tổ chức đại hội",
        "tổ chức chương trình",
        "tổ chức ngày",
        "tổ chức sự kiện",
        "tổ chức kỳ",
        "tổ chức tuần",
    )
)

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
# Words of places where only party committees stand: "Đảng ủy Quân sự tỉnh", "Đảng ủy UBND tỉnh".
COMMITTEE_FIELDS = build(
    lines(
        """
        Khối các cơ quan và doanh nghiệp: khối cơ quan và doanh nghiệp
        Khối các cơ quan và doanh nghiệp: khối các cơ quan - doanh nghiệp
        Khối các cơ quan: khối cơ quan | khối
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
