// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/layout/layout_fleet.h"
#include "tests/models/layout/sample_fleets.h"
#include "ui/shell/finding/filter_bar.h"
#include "ui/shell/finding/find_availability.h"
#include "ui/shell/finding/fleet_filter.h"
#include "ui/shell/finding/found_parts.h"
#include "ui/shell/finding/search_panel.h"

#include <QTest>

using namespace snowmelt;

namespace {

/// web-1 … web-6: 2 is down, 3 drifted, 4 could not be asked, 5 runs an older image.
FleetState various(const Blueprint& blueprint)
{
    FleetState fleet = sample::up(blueprint);
    QList<NodeState>& nodes = fleet.groups[0].nodes;
    nodes[1].health = Health::Down;
    nodes[2].driftCount = 2;
    nodes[3].health = Health::Unknown;
    nodes[4].image = sample::image(u"0.9.0"_qs);
    return fleet;
}

QStringList inSight(const Diagram& diagram, const FilterOutcome& outcome)
{
    QStringList parts;
    for (int i = 0; i < diagram.boxes.size(); ++i)
        if (diagram.boxes[i].node() && (outcome.dimmed.isEmpty() || !outcome.dimmed.testBit(i)))
            parts << diagram.boxes[i].part;
    return parts;
}

QStringList names(const QList<FoundPart>& found)
{
    QStringList names;
    for (const FoundPart& part : found)
        names << part.part;
    return names;
}

} // namespace

/// The decisions behind finding one's way, as values.
class TestFindingRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingChosenHidesNothing();
    void whoLooksForTroubleSeesWhatCouldNotBeSeen();
    void anUnknownImageMayBeTheOne();
    void neighboursFollowTheFleet();
    void theAnswerOfAFilterIsWhole();
    void countsAreOfTheWholeFleet();
    void aFilterIsRememberedForItsFleet();
    void whatIsHiddenIsSaid();
    void aSearchSeesIntoCollapsedGroups();
    void aSearchKnowsDifferences();
    void theCountOfHitsIsSaid();
    void everyActHasItsReason();

private:
    Diagram diagram(const QSet<QString>& collapsed = {}) const
    {
        Arrangement arrangement;
        arrangement.collapsed = collapsed;
        return layoutFleet(m_blueprint, m_document->fleet(), arrangement).diagram;
    }
    QList<FoundPart> found(const Diagram& in, const QString& query) const
    {
        return FindIndex({std::make_shared<const Diagram>(in), m_document->fleet(), m_document->driftReports()})
            .find(query);
    }
    void apply(const EventBody& body) { m_document->apply({u"watch"_qs, sample::up(m_blueprint).observedAt, body}); }

    Blueprint m_blueprint = sample::shop(6);
    std::unique_ptr<FleetDocument> m_document;
};

void TestFindingRules::init()
{
    m_document = std::make_unique<FleetDocument>();
    m_document->open(m_blueprint);
    apply(Started{u"watch"_qs, m_blueprint.name, {}});
    apply(FleetObserved{various(m_blueprint)});
}

void TestFindingRules::nothingChosenHidesNothing()
{
    const FilterOutcome outcome = outcomeOf({}, diagram());
    QVERIFY(outcome.dimmed.isEmpty());
    QCOMPARE(outcome.hidden, 0);
}

void TestFindingRules::whoLooksForTroubleSeesWhatCouldNotBeSeen()
{
    FleetFilter filter;
    filter.unhealthy = true;
    const FilterOutcome outcome = outcomeOf(filter, diagram());
    QCOMPARE(inSight(diagram(), outcome), (QStringList{u"web-2"_qs, u"web-4"_qs}));
    QCOMPARE(outcome.hidden, 6); // four nodes, balancer, database
    QCOMPARE(outcome.doubtful, 1);
    filter = {};
    filter.drifted = true;
    QCOMPARE(inSight(diagram(), outcomeOf(filter, diagram())), (QStringList{u"web-3"_qs, u"web-4"_qs}));
    filter = {};
    filter.unseen = true;
    const FilterOutcome unseen = outcomeOf(filter, diagram());
    QCOMPARE(inSight(diagram(), unseen), QStringList{u"web-4"_qs});
    QCOMPARE(unseen.doubtful, 0); // asked for
}

void TestFindingRules::anUnknownImageMayBeTheOne()
{
    FleetState fleet = various(m_blueprint);
    fleet.groups[0].nodes[5].image = {};
    apply(FleetObserved{fleet});
    FleetFilter filter;
    filter.images = {sample::image(u"0.9.0"_qs)};
    const FilterOutcome outcome = outcomeOf(filter, diagram());
    QCOMPARE(inSight(diagram(), outcome), (QStringList{u"web-5"_qs, u"web-6"_qs}));
    QCOMPARE(outcome.doubtful, 1);
}

void TestFindingRules::neighboursFollowTheFleet()
{
    FleetFilter filter;
    filter.focus = {u"web-2"_qs};
    QCOMPARE(inSight(diagram(), outcomeOf(filter, diagram())), (QStringList{u"edge"_qs, u"web-2"_qs, u"orders"_qs}));
    filter.focus = {u"gone-1"_qs};
    QCOMPARE(inSight(diagram(), outcomeOf(filter, diagram())), QStringList());
}

void TestFindingRules::theAnswerOfAFilterIsWhole()
{
    FleetFilter filter;
    filter.unhealthy = true;
    filter.focus = {u"gone-1"_qs, u"web"_qs};
    const FilterAnswer answer = answerTo(filter, diagram());
    QCOMPARE(answer.chosen, filter); // not all that it was about is gone
    QCOMPARE(answer.outcome, outcomeOf(filter, diagram()));
    QCOMPARE(answer.counts, (FilterCounts{1, 1, 1}));
    QCOMPARE(answer.images, imagesIn(diagram()));
    filter.focus = {u"gone-1"_qs};
    const FilterAnswer without = answerTo(filter, diagram());
    QCOMPARE(without.chosen.focus, QStringList());
    QCOMPARE(without.outcome, outcomeOf(without.chosen, diagram()));
    QCOMPARE(answerTo(filter, Diagram()).chosen.focus, filter.focus); // nothing is known yet
}

void TestFindingRules::countsAreOfTheWholeFleet()
{
    QCOMPARE(countsOf(diagram()), (FilterCounts{1, 1, 1}));
    QCOMPARE(countsOf(Diagram()), FilterCounts());
}

void TestFindingRules::aFilterIsRememberedForItsFleet()
{
    FleetFilter filter;
    filter.unhealthy = true;
    filter.unseen = true;
    filter.images = {sample::image(u"1.0.0"_qs), {u"os/debian-12"_qs, u"12.1"_qs}};
    QCOMPARE(remembered(rememberedAs(filter, u"/a.yaml"_qs), u"/a.yaml"_qs), filter);
    QCOMPARE(remembered(rememberedAs(filter, u"/a.yaml"_qs), u"/b.yaml"_qs), FleetFilter());
    filter = {};
    filter.drifted = true;
    QCOMPARE(remembered(rememberedAs(filter, u"/a.yaml"_qs), u"/a.yaml"_qs), filter);
    filter = {};
    filter.focus = {u"web-1"_qs};
    QCOMPARE(rememberedAs(filter, u"/a.yaml"_qs), QStringList());
    QCOMPARE(remembered({u"/a.yaml"_qs, u"image ???"_qs, u"nonsense"_qs}, u"/a.yaml"_qs), FleetFilter());
}

void TestFindingRules::whatIsHiddenIsSaid()
{
    QCOMPARE(hiddenText({}), u"nothing hidden"_qs);
    QCOMPARE(hiddenText({{}, 197, 0}), u"197 hidden"_qs);
    QCOMPARE(hiddenAndDoubtful({{}, 197, 0}), u"197 hidden"_qs);
    QCOMPARE(hiddenAndDoubtful({{}, 1970, 3}), u"1,970 hidden · 3 in doubt"_qs);
}

void TestFindingRules::aSearchSeesIntoCollapsedGroups()
{
    QCOMPARE(found(diagram(), u"web-4"_qs), (QList<FoundPart>{{u"web-4"_qs, Fit::Exact, {}}}));
    const QList<FoundPart> all = found(diagram({u"web"_qs}), u"web"_qs);
    QCOMPARE(all.size(), 7);
    QCOMPARE(all.first(), (FoundPart{u"web"_qs, Fit::Exact, {}}));
    QCOMPARE(all[4], (FoundPart{u"web-4"_qs, Fit::Start, u"web"_qs}));
    QCOMPARE(found(diagram(), u"  "_qs), QList<FoundPart>());
}

void TestFindingRules::aSearchKnowsDifferences()
{
    QCOMPARE(found(diagram(), u"openssl"_qs), QList<FoundPart>());
    DriftReport report;
    report.node = u"web-5"_qs;
    report.differences = {{DriftSection::Packages, DifferenceKind::Changed, "openssl", {}, {}, {}}};
    apply(NodeScanned{report});
    QCOMPARE(names(found(diagram(), u"OpenSSL"_qs)), QStringList{u"web-5"_qs});
    QCOMPARE(found(diagram({u"web"_qs}), u"openssl"_qs), (QList<FoundPart>{{u"web-5"_qs, Fit::Fact, u"web"_qs}}));
}

void TestFindingRules::theCountOfHitsIsSaid()
{
    QCOMPARE(foundText(11, 340, u"web"_qs), u"12 of 340"_qs);
    QVERIFY(foundText(-1, 0, u"wbe"_qs).contains(u"“wbe”"_qs));
}

void TestFindingRules::everyActHasItsReason()
{
    FindSituation now;
    const auto why = [&](FindAct act) { return whyNotFind(act, now); };
    for (int act = 0; act <= int(FindAct::Minimap); ++act)
        QCOMPARE(why(FindAct(act)), u"Open a blueprint first."_qs);
    now.open = true;
    for (const FindAct act :
         {FindAct::Unhealthy, FindAct::Drifted, FindAct::Unseen, FindAct::ByImage, FindAct::Minimap})
        QCOMPARE(why(act), QString());
    for (const FindAct act : {FindAct::FindNext, FindAct::ZoomToSelection, FindAct::Back, FindAct::Forward,
                              FindAct::Focus, FindAct::ShowAll, FindAct::Collapse, FindAct::Expand, FindAct::ExpandAll})
        QVERIFY(!why(act).isEmpty());
    now.group = u"web"_qs;
    now.collapsible = true;
    QCOMPARE(why(FindAct::Collapse), QString());
    QCOMPARE(why(FindAct::Expand), u"“web” is not collapsed."_qs);
    now.collapsible = false;
    now.expandable = now.anyCollapsed = true;
    QCOMPARE(why(FindAct::Collapse), u"“web” is collapsed already."_qs);
    QCOMPARE(why(FindAct::Expand), QString());
    QCOMPARE(why(FindAct::ExpandAll), QString());
    now.found = now.selected = now.back = now.forward = now.filtering = true;
    for (const FindAct act : {FindAct::FindNext, FindAct::ZoomToSelection, FindAct::Back, FindAct::Forward,
                              FindAct::Focus, FindAct::ShowAll})
        QCOMPARE(why(act), QString());
}

QTEST_MAIN(TestFindingRules)
#include "tst_finding_rules.moc"
