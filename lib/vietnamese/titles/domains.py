"""What offices are about: the words behind Ban, Phòng, Sở, Hội."""

from .phrases import build, lines

# Joined by "và", "-" or "," to names such as "Tài chính - Kế hoạch".
DOMAINS = build(
    lines(
        """
        Tổ chức: tc
        Tuyên giáo: tg
        Dân vận: dv
        Tuyên giáo và Dân vận: tgdv | tg&dv | tg dv
        Tổ chức đảng, đảng viên
        Tổ chức cơ sở đảng, đảng viên
        Tổ chức cán bộ
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
        Kinh tế, Hạ tầng và Đô thị
        Kinh tế, Hạ tầng
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
