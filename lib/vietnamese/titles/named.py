"""Whole names of bodies in house form, with their other spellings (DOMAIN §1.6)."""

from .phrases import build, lines

# Whole names, in house form. HĐND, UBND, MTTQ and LHPN are always written short (CONTRACTS);
# CHQS and ĐBQH stay as the text has them.
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
        Cấp ủy và Chính quyền
        Văn phòng Cấp ủy và Chính quyền
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
        Trung ương Đoàn TNCS Hồ Chí Minh
        Trung ương Hội Nông dân Việt Nam
        Trung ương Hội LHPN Việt Nam: trung ương hội liên hiệp phụ nữ việt nam
        Trung ương Hội Cựu chiến binh Việt Nam: trung ương hội ccb việt nam
        Trung ương Hội Chữ thập đỏ Việt Nam
        Trung ương Hội
        Trung ương Đoàn: tw đoàn | tư đoàn
        Đoàn ĐBQH: đbqh
        Đoàn đại biểu Quốc hội: đại biểu quốc hội
        Liên đoàn Lao động: lđlđ
        Tổng Liên đoàn Lao động Việt Nam
        Công đoàn cơ sở: cđcs
        Công đoàn: cđ
        Công đoàn Khu công nghiệp
        Công đoàn Viên chức
        Hội LHPN: hội liên hiệp phụ nữ | hlhpn | lhpn
        Hội Phụ nữ: hội pn
        Hội LHPN Việt Nam: hội liên hiệp phụ nữ việt nam | hội lhpn vn
        Chi hội Phụ nữ
        Chi hội Nông dân
        Chi hội Cựu chiến binh: chi hội ccb
        Chi hội Người cao tuổi
        Chi hội Khuyến học
        Chi hội Chữ thập đỏ
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
        Hội Cựu thanh niên xung phong
        Hội Cựu TNXP
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
        Đoàn Thanh niên: đtn | đoàn tn
        Đoàn TNCS Hồ Chí Minh: đoàn tncs hcm | đoàn thanh niên cộng sản hồ chí minh | đtncs hcm
        Đoàn TNCS Hồ Chí Minh: đoàn tncshcm
        Hội đồng Đội
        Công an: ca
        Bộ Chỉ huy Quân sự
        Bộ CHQS: bchqs tỉnh
        Ban Chỉ huy Quân sự: bch quân sự
        Ban CHQS: bchqs
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
