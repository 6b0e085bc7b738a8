// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/mermaid.h"
#include "models/export/review.h"
#include "models/wording/wording.h"
#include "tests/models/export/hostile_fleet.h"

#include <QTest>

#include <algorithm>

using namespace snowmelt;

namespace {

const PaperSection* sectionCalled(const Paper& paper, const QString& heading)
{
    const auto found = std::find_if(paper.sections.begin(), paper.sections.end(),
                                    [&](const PaperSection& section) { return section.heading == heading; });
    return found == paper.sections.end() ? nullptr : &*found;
}

/// Cells of a row of Markdown: pipes that are not escaped part them.
int cellsOf(const QString& row)
{
    int pipes = 0;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == u'\\')
            ++i;
        else if (row[i] == u'|')
            ++pipes;
    }
    return pipes - 1;
}

} // namespace

class TestReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void tellsWhatRunsWhere();
    void tellsTheCost();
    void countsTheRestOfALargeGroup();
    void blueprintAloneHasNoNodes();
    void aFleetThatIsDownWasLookedAt();
    void everyRiskHasWords();
    void tablesAreWhole();
    void whatCouldNotBeSeen();
};

void TestReview::tellsWhatRunsWhere()
{
    FleetState fleet = sample::up(sample::grand());
    fleet.groups[0].nodes[1].driftCount = 4;
    fleet.groups[0].nodes[1].driftHidden = 2;
    fleet.groups[0].nodes[1].address = u"10.89.0.5"_qs;
    const Paper paper = Review::of({sample::grand(), fleet, {}}, u"seen"_qs);
    const PaperSection* nodes = sectionCalled(paper, u"What runs where"_qs);
    QVERIFY(nodes);
    QVERIFY(
        nodes->table.rows.contains(QStringList{u"web-2"_qs, u"web"_qs, u"shop 1.0.0"_qs, u"healthy"_qs, u"10.89.0.5"_qs,
                                               u"–"_qs, u"4 differences, 2 hidden by rules of the blueprint"_qs}));
    const PaperSection* drift = sectionCalled(paper, u"Drift"_qs);
    QVERIFY(drift);
    QVERIFY(drift->paragraphs.contains(u"2 hidden by rules of the blueprint."_qs));
    QVERIFY(drift->table.rows.contains(QStringList{u"web"_qs, u"3"_qs, u"3"_qs, u"1"_qs, u"4"_qs, u"0"_qs}));
    const PaperSection* versions = sectionCalled(paper, u"Versions"_qs);
    QVERIFY(versions->table.rows.contains(QStringList{u"shop 1.0.0"_qs, u"web"_qs, u"web"_qs, u"3"_qs}));
}

void TestReview::tellsTheCost()
{
    const Paper paper = Review::of({sample::grand(), {}, {}}, {});
    const PaperSection* cost = sectionCalled(paper, u"Cost"_qs);
    QVERIFY(cost->paragraphs.first().contains(moneyText(sample::grand().prices, 1240)));
    QCOMPARE(cost->table.rows.size(), 2);
    const Paper free = Review::of({sample::shop(), {}, {}}, {});
    QCOMPARE(sectionCalled(free, u"Cost"_qs)->paragraphs, QStringList{u"The blueprint names no prices."_qs});
}

void TestReview::countsTheRestOfALargeGroup()
{
    const Blueprint blueprint = sample::shop(1000);
    const Paper paper = Review::of({blueprint, sample::up(blueprint), {}}, {});
    const PaperSection* nodes = sectionCalled(paper, u"What runs where"_qs);
    QCOMPARE(nodes->table.rows.size(), 102);
    QVERIFY2(nodes->paragraphs.first().contains(u"900"), qPrintable(nodes->paragraphs.join(u'|')));
}

void TestReview::blueprintAloneHasNoNodes()
{
    const Paper paper = Review::of({sample::shop(), {}, {}}, {});
    QVERIFY(!sectionCalled(paper, u"What runs where"_qs));
    QVERIFY(!sectionCalled(paper, u"Drift"_qs));
    QVERIFY(sectionCalled(paper, u"Risks"_qs)->paragraphs.first().contains(u"was not looked at"));
}

void TestReview::aFleetThatIsDownWasLookedAt()
{
    FleetState down;
    down.observedAt = QDateTime(QDate(2026, 3, 4), QTime(9, 54), Qt::UTC);
    const Paper paper = Review::of({sample::shop(), down, {}}, {});
    QCOMPARE(sectionCalled(paper, u"Risks"_qs)->paragraphs, QStringList{u"Nothing was seen to run."_qs});
}

void TestReview::everyRiskHasWords()
{
    QSet<QString> said;
    for (int kind = 0; kind <= int(RiskKind::Unseen); ++kind) {
        const Risk risk{RiskKind(kind), Severity::High, u"part"_qs, {u"7"_qs, u"8"_qs}};
        QVERIFY(!Review::riskText(risk).isEmpty());
        QVERIFY(!Review::riskAdvice(risk).isEmpty());
        QVERIFY2(!Review::riskText(risk).contains(u'%'), qPrintable(Review::riskText(risk)));
        said << Review::riskText(risk);
        // Machines that exist are neither made nor replaced.
        QVERIFY(!Review::riskAdvice(risk, true).contains(u"rebirth"));
        QVERIFY(!Review::riskAdvice(risk, true).contains(u"snowmelt up"));
    }
    QCOMPARE(said.size(), int(RiskKind::Unseen) + 1);
}

void TestReview::tablesAreWhole()
{
    const auto [blueprint, fleet] = sample::hostile();
    const Diagram diagram = layoutFleet(blueprint, fleet);
    const ExportHead head{u"podman"_qs, {}};
    const Paper paper = Review::of({blueprint, fleet, {}}, FigureText::subtitle(diagram, head));
    const QString text = QString::fromUtf8(markdownOf(paper, mermaidOf(diagram, head)));
    int rows = 0;
    int columns = 0;
    for (const QString& line : text.section(u"```\n"_qs, 1).split(u'\n')) {
        if (!line.startsWith(u'|')) {
            columns = 0;
            continue;
        }
        columns = columns == 0 ? cellsOf(line) : columns;
        QCOMPARE(cellsOf(line), columns);
        ++rows;
    }
    QVERIFY(rows > 60);
    QVERIFY(!text.contains(u"<script>"));
    QVERIFY(!text.contains(QChar(0x1b)));
    QCOMPARE(text.count(u"```"), 2);
}

void TestReview::whatCouldNotBeSeen()
{
    FleetState fleet = sample::up(sample::shop());
    fleet.blind << Error{ErrorCode::SshUnreachable, {u"web-2"_qs, u"10.0.0.2:22"_qs}, {}};
    const Paper paper = Review::of({sample::shop(), fleet, {}}, {});
    const PaperSection* unseen = sectionCalled(paper, u"What could not be seen"_qs);
    QVERIFY(unseen);
    QVERIFY(unseen->table.rows.first().first().contains(u"web-2"));
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
