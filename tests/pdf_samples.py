"""The PDF samples, as they are described: `python -m tests.pdf_samples` writes them into samples/."""

from __future__ import annotations

from pathlib import Path

from tests.make_pdf import SANS, Card, Pages, Ruled, Text, slides

SAMPLES = Path(__file__).parent.parent / "samples"


def island_energy() -> bytes:
    """A release of a ministry with a table of merged cells that goes on over the page."""
    pages = Pages()
    pages.add(
        [
            Text("보 도 자 료", 24, centred=True, font=SANS),
            Ruled(
                [["보도시점", "2026. 6. 24.(수) 11:00 이후", "배포", "2026. 6. 24.(수)"]], [70, 210, 60, 135], header=0
            ),
            Text("섬마을 에너지자립 사업 대상지 12곳 확정", 18, centred=True, font=SANS),
            Text("- 31곳이 신청하여 12곳을 선정, 3년간 총사업비 360억 원 투입 -", 11, centred=True),
            Text(
                "□ 해양수산부(장관 홍길동)는 2026년부터 추진할 「섬마을 에너지자립 사업」의 대상지로 12곳을 최종 "
                "선정하였다고 6월 24일(수) 밝혔다. 공모에는 31곳이 신청하여 2.6 대 1의 경쟁률을 보였다."
            ),
            Text(
                "○ 선정된 섬에는 태양광과 배터리 저장장치를 함께 놓아 디젤 발전을 대신하고, 남는 전기는 전기 어선과 "
                "마을 냉동 창고에 쓴다.",
                indent=8,
            ),
            Text(
                "○ 한 곳에 3년간 총사업비 30억 원이 들어가며, 이 가운데 국비가 50%, 지방비가 40%, 마을이 내는 돈이 "
                "10%이다.",
                indent=8,
            ),
            Text("* 마을이 내는 돈은 현물로 낼 수 있음", 9.5, indent=24),
            Text(
                "□ 해양수산부는 7월 중 지방자치단체와 협약을 맺고 9월부터 실시설계를 시작하며, 2027년 3월에 공사에 "
                "들어가 2028년 12월까지 준공할 계획이다."
            ),
            Text(
                "□ 홍길동 장관은 “바람과 볕이 넉넉한 섬이 스스로 전기를 만들어 쓰는 첫걸음”이라며, “공사가 끝난 뒤에도 "
                "마을이 설비를 돌볼 수 있도록 교육을 이어 가겠다”라고 말했다."
            ),
            Text("붙임 1  섬마을 에너지자립 사업 대상지", 13, font=SANS),
            Text("(단위: 백만원)", 9, indent=400),
            Ruled(_islands(), [60, 90, 110, 110, 105], _ISLAND_SPANS),
            Text("붙임 2  향후 일정", 13, font=SANS),
            Ruled(
                [
                    ["협약 체결", "실시설계", "착공", "준공"],
                    ["’26.7월 중", "’26.9월~’27.2월", "’27.3월", "’28.12월"],
                ],
                [118, 119, 119, 119],
            ),
        ]
    )
    return pages.bytes()


_ISLAND_SPANS = {(1, 0): (5, 1), (6, 0): (3, 1), (9, 0): (2, 1), (13, 0): (1, 3)}


def _islands() -> list[list[str | None]]:
    chosen = [
        ("전남", "완도군", "해오름도"), (None, "신안군", "볕뉘도"), (None, "진도군", "물마루도"),
        (None, "여수시", "늘솔도"), (None, "고흥군", "미리내도"), ("경남", "통영시", "가온도"),
        (None, "남해군", "바람골섬"), (None, "사천시", "윤슬도"), ("충남", "보령시", "갈매못도"),
        (None, "태안군", "노을도"), ("전북", "군산시", "너울도"), ("인천", "옹진군", "해맞이섬"),
    ]  # fmt: skip
    rows: list[list[str | None]] = [["시·도", "시·군", "대상지", "총사업비", "국비"]]
    rows += [[province, town, island, "3,000", "1,500"] for province, town, island in chosen]
    return [*rows, ["합계", None, None, "36,000", "18,000"]]


def forest_camp() -> bytes:
    """A call of a city, with a running header and numbered pages."""
    pages = Pages(header="숲과 함께 크는 도시 춘천", number="{} / 2")
    pages.add(
        [
            Text("춘천시 보도자료", 22, centred=True, font=SANS),
            Ruled(
                [
                    ["배포일", "2025년 3월 5일(수)", "담당부서", "산림과 휴양시설팀"],
                    ["보도시점", "배포 즉시", "담당자", "팀장 성춘향 (033-000-0000)"],
                ],
                [60, 150, 70, 195],
                header=0,
                open_sides=True,
            ),
            Text("춘천시, ‘숲속 쉼마을’ 운영 마을 6곳 모집", 18, centred=True, font=SANS),
            Text("◈ 마을마다 최대 2억 5천만 원 지원… 3월 10일부터 접수", 11, centred=True),
            Text(
                "□ 춘천시(시장 변학도)는 「2025년 숲속 쉼마을 조성사업」에 참여할 마을 6곳을 모집한다고 5일 밝혔다. "
                "쉼마을은 쓰지 않는 국유림 관리 시설을 고쳐 주민이 손님을 맞는 곳이다."
            ),
            Text("○ 야영형 4곳과 치유형 2곳으로 나누어 뽑으며, 한 마을이 두 유형에 함께 신청할 수 없다.", indent=8),
            Text(
                "○ 야영형은 마을당 최대 1억 5천만 원, 치유형은 마을당 최대 2억 5천만 원을 시비로 지원하고, 마을은 "
                "지원금의 20% 이상을 자부담하여야 한다.",
                indent=8,
            ),
            Text("□ 신청서는 3월 10일부터 4월 4일까지 시청 산림과에서 받는다."),
            Text("○ 3월 14일(금) 시청 대회의실에서 설명회를 연다.", indent=8),
            Text("○ 서면심사와 현장심사를 거쳐 5월 중순에 대상 마을을 발표한다.", indent=8),
            Text("※ 지난해에는 17곳이 신청하여 5곳이 선정됨", 9.5, indent=24),
            Text("□ 변학도 시장은 “숲을 지켜 온 마을이 숲으로 살림을 꾸리게 하겠다”라고 말했다."),
        ]
    )
    pages.turn()
    pages.add(
        [
            Text("붙임  유형별 지원 내용", 13, font=SANS),
            Ruled(
                [
                    ["구분", "야영형", "치유형"],
                    ["선정 규모", "4곳", "2곳"],
                    ["마을당 지원 한도(백만원)", "150", "250"],
                    ["협약", "’25.6월 초", None],
                    ["사업 기간", "’25.6월~’26.5월", "’25.6월~’26.11월"],
                ],
                [175, 150, 150],
                {(3, 1): (1, 2)},
                open_sides=True,
            ),
        ]
    )
    return pages.bytes()


def alley_slides() -> bytes:
    """A briefing in slides: cards with labels, a year table, a chain of steps with dates."""
    steps = [
        ("사업설명회", "’25.2.20.(목)"),
        ("제안서 접수", "3.4.(화) ~ 4.11.(금)"),
        ("현장평가", "5월 중"),
        ("대상지 선정", "6월 말"),
    ]
    chain = [Card(40 + 225 * i, 150, 170, 60, [name], size=15) for i, (name, _) in enumerate(steps)]
    dates = [Card(40 + 225 * i, 215, 170, 30, [day], size=12, frame=False) for i, (_, day) in enumerate(steps)]
    cards = [
        Card(40, 110, 270, 120, ["빈 점포가 늘어난 골목을", "문화 공간으로 되살린다"], "사업 목적"),
        Card(345, 110, 270, 120, ["인구 20만 명 이상 시·군·구"], "신청 대상"),
        Card(650, 110, 270, 120, ["한 곳에 80억원", "(국비 40억원, 지방비 40억원)"], "지원 규모"),
        Card(40, 290, 880, 110, ["○ 2025년에 새로 4곳을 선정", "○ 사업 기간은 선정 다음 해부터 3년"]),
    ]
    return slides(
        [
            (
                "",
                [
                    Card(80, 170, 800, 60, ["2025년 골목 새숨 조성사업 설명회"], size=30, frame=False),
                    Card(80, 330, 300, 30, ["2025. 2. 20.(목)"], size=16, frame=False),
                    Card(80, 390, 300, 30, ["국토교통부"], size=18, frame=False),
                ],
            ),
            ("Ⅰ. 사업 개요", cards),
            ("Ⅱ. 추진 절차", [*chain, *dates]),
        ],
        "국토교통부 도심재생과",
    )


def main() -> None:
    """Write all three."""
    (SAMPLES / "섬마을-에너지자립.pdf").write_bytes(island_energy())
    (SAMPLES / "숲속-쉼마을-모집.pdf").write_bytes(forest_camp())
    (SAMPLES / "골목-새숨-설명회.pdf").write_bytes(alley_slides())


if __name__ == "__main__":
    main()
