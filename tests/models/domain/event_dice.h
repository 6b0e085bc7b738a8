// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/code_names.h"
#include "models/domain/event_json.h"

#include <QJsonDocument>
#include <QRandomGenerator>

namespace snowmelt {

/// Through text, as the journal and a pipe carry it.
inline QJsonObject throughText(const QJsonObject& json)
{
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return QJsonDocument::fromJson(text).object();
}

/// Random values of every type an event can carry. Seeded, so that a failure can be had again.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    int number(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    bool coin() { return number(2) == 0; }
    qint64 big() { return static_cast<qint64>(m_random.generate64() >> 11); } // at most 2^53
    /// Not with a byte order mark first: QJsonDocument takes that off. In paths it survives, see
    /// everyByteStringComesBack.
    QString text()
    {
        static const QStringList texts{
            QString(),         u"web-1"_qs,        u"a \"quote\" \\ and \n newline"_qs, u"새 노드 🌨"_qs,
            u"\x1b[31mred"_qs, u"{\"json\":1}"_qs, QString(QChar(u'\0')) + u"nul",      QString(300, u'x')};
        return texts[number(static_cast<int>(texts.size()))];
    }
    QByteArray bytes()
    {
        QByteArray value;
        const int size = number(12);
        for (int i = 0; i < size; ++i)
            value.append(static_cast<char>(coin() ? number(256) : 'a' + number(26)));
        return value;
    }
    QDateTime time()
    {
        return coin() ? QDateTime()
                      : QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number(1'000'000'000), Qt::UTC);
    }
    ImageRef image() { return coin() ? ImageRef() : ImageRef{u"os/debian-12"_qs, QString::number(number(99))}; }
    Digest digest() { return coin() ? Digest() : Digest::ofBytes(bytes()); }
    template <typename E>
    E code()
    {
        const QList<E> codes = allCodes<E>();
        return codes[number(static_cast<int>(codes.size()))];
    }
    template <typename Make>
    auto some(Make make)
    {
        QList<decltype(make())> list;
        const int size = number(4);
        for (int i = 0; i < size; ++i)
            list.append(make());
        return list;
    }
    QStringList texts()
    {
        return some([this] { return text(); });
    }

    Error error() { return {code<ErrorCode>(), texts(), text()}; }
    Endpoint endpoint() { return {text(), number(65536)}; }
    NodeState node()
    {
        NodeState node;
        node.name = text();
        node.group = text();
        node.role = code<Role>();
        node.slot = text();
        node.side = code<Side>();
        node.lifecycle = code<Lifecycle>();
        node.health = code<Health>();
        node.healthReason = text();
        node.image = image();
        node.digest = digest();
        node.deployment = text();
        node.address = text();
        node.ssh = endpoint();
        node.sshUser = text();
        node.sshJumps = texts();
        node.service = endpoint();
        node.bornAt = time();
        node.startedAt = time();
        node.share = m_random.generateDouble();
        node.sessions = number(1000);
        node.requestRate = m_random.generateDouble() * 1000;
        if (coin())
            node.driftCount = number(50);
        node.driftComplete = coin();
        node.driftHidden = number(50);
        if (coin())
            node.counted = Counted{big(), big(), coin()};
        if (coin())
            node.check = BalancerCheck{text(), number(600), text(), text(), number(99) - 1, coin(), coin(), time()};
        if (coin())
            node.utilisation = Utilisation{m_random.generateDouble(), big(), big(), time()};
        return node;
    }
    FleetState fleet()
    {
        FleetState fleet{text(), text(), text(), time(), {}, {}, {}, some([this] { return error(); })};
        fleet.balancers = some(
            [this] { return BalancerState{node(), text(), text(), texts(), endpoint(), m_random.generateDouble()}; });
        fleet.groups = some([this] {
            return GroupState{text(), number(9), image(), some([this] { return node(); }), big(), big(), time(), big()};
        });
        fleet.databases = some([this] { return DatabaseState{node(), text(), text(), number(9) - 1}; });
        return fleet;
    }
    Difference difference()
    {
        const auto fields = some([this] { return FieldChange{text(), text(), text()}; });
        return {code<DriftSection>(), code<DifferenceKind>(), bytes(), fields, text(), text()};
    }
    QDate day() { return coin() ? QDate() : QDate(2026, 1, 1).addDays(number(999)); }
    IgnoreRule rule() { return {code<DriftSection>(), text(), text(), text(), day(), texts(), text()}; }
    DriftReport drift()
    {
        DriftReport report{text(), image(), digest(), time(), {}, {}, {}};
        report.differences = some([this] { return difference(); });
        report.unseen = some([this] { return Unseen{code<DriftSection>(), bytes(), text()}; });
        report.leftOut = some([this] { return LeftOut{text(), text(), number(999)}; });
        report.hidden = some([this] { return HiddenDifference{difference(), rule()}; });
        report.expired = some([this] { return ExpiredRule{rule(), number(99)}; });
        report.baselineAt = time();
        report.causes = causes();
        return report;
    }
    QList<LikelyCause> causes()
    {
        return some([this] {
            const auto evidence = some([this] { return Evidence{code<EvidenceKind>(), time(), text()}; });
            return LikelyCause{code<LikelyCauseKind>(), text(), evidence, {number(9)}};
        });
    }
    ImageRecord record()
    {
        return {image(), digest(),    image(), code<Tier>(), time(),    big(),
                big(),   number(999), big(),   coin(),       number(9), big()};
    }
    Plan plan()
    {
        Plan plan;
        plan.deployment = text();
        plan.strategy = code<Strategy>();
        plan.fleet = text();
        plan.group = text();
        plan.balancer = text();
        plan.from = image();
        plan.to = image();
        plan.toDigest = digest();
        plan.blue = some([this] { return PlannedNode{text(), text(), image(), digest()}; });
        plan.green = some([this] { return PlannedNode{text(), text(), image(), digest()}; });
        plan.bakeSeconds = number(999);
        plan.healthSeconds = number(999);
        plan.drainSeconds = number(999);
        plan.steps =
            some([this] { return Step{code<StepKind>(), texts(), coin(), texts(), number(9), number(9), big()}; });
        plan.gates = {m_random.generateDouble(), m_random.generateDouble(), number(99), texts()};
        plan.keepGreen = coin();
        plan.prices = {text(), m_random.generateDouble()};
        plan.rebornBefore = texts();
        plan.toFollow = texts();
        plan.checks = some([this] { return PlanCheck{text(), code<Verdict>(), texts()}; });
        return plan;
    }
    double ratio() { return m_random.generateDouble(); }
    SideTraffic side() { return {big(), big(), ratio(), number(99), number(99), big(), big(), number(99), number(99)}; }
    TrafficCounted traffic() { return {big(), big(), side(), side()}; }
    std::optional<Error> maybeError() { return coin() ? std::optional(error()) : std::nullopt; }
    Controlled controlled() { return {code<Command>(), text(), number(99), maybeError()}; }
    OpenDeployment open()
    {
        OpenDeployment open;
        open.plan = plan();
        open.verb = text();
        open.person = text();
        open.startedAt = time();
        open.step = number(8);
        open.goingBack = coin();
        open.died = coin();
        open.error = maybeError();
        open.serving = code<ServingSide>();
        open.blueThere = texts();
        open.greenThere = texts();
        open.ways = some([this] { return code<Way>(); });
        return open;
    }
    DeploymentReport report()
    {
        DeploymentReport report;
        report.operation = text();
        report.verb = text();
        report.person = text();
        report.startedAt = time();
        report.endedAt = time();
        report.plan = plan();
        report.rolledBackAt = time();
        report.leaseFrom = text();
        report.leaseReason = text();
        if (coin())
            report.outcome = code<OutcomeKind>();
        report.safety = code<Safety>();
        report.error = maybeError();
        report.accepted = texts();
        report.rolledBack = text();
        report.steps = some([this] {
            return StepReport{code<StepKind>(), code<StepEnd>(), time(), big(), texts(), texts(), maybeError()};
        });
        report.asked = some([this] { return AskedReport{time(), text(), code<Command>(), number(9), maybeError()}; });
        report.edited = some([this] { return EditReport{time(), text(), edits()}; });
        report.traffic = traffic();
        report.switchMs = big();
        return report;
    }
    QList<ConfigEdit> edits()
    {
        return some([this] { return ConfigEdit{number(99), text()}; });
    }
    GroupDifference groupDifference()
    {
        const QList<NodeDifference> differs = some([this] { return NodeDifference{number(9), difference(), time()}; });
        return {code<DriftSection>(), bytes(), number(9), coin(), differs, {number(9), number(9)}};
    }
    GroupDrift groupDrift()
    {
        GroupDrift drift;
        drift.group = text();
        drift.baseline = text();
        drift.nodes = some([this] { return ComparedNode{text(), time(), maybeError(), this->drift().unseen}; });
        drift.differences = some([this] { return groupDifference(); });
        drift.causes = some([this] {
            return SharedCause{code<CauseKind>(), code<DriftSection>(), {number(9)}, {number(9), number(9)}};
        });
        drift.hidden = some([this] { return HiddenGroupDifference{groupDifference(), rule()}; });
        drift.expired = some([this] { return ExpiredRule{rule(), number(99)}; });
        drift.baselineAt = time();
        return drift;
    }
    DriftHistory driftHistory()
    {
        DriftHistory history;
        history.differences = some(
            [this] { return DatedDifference{text(), text(), difference(), time(), time(), time(), time(), causes()}; });
        history.counts = some(
            [this] { return DriftCount{text(), time(), number(99), number(99), number(99), number(99), number(99)}; });
        return history;
    }
    AccessQuestion question()
    {
        const auto prompts = some([this] { return AccessPrompt{text(), coin()}; });
        return {text(), code<AccessKind>(), text(), text(), text(), text(), text(), text(), text(), prompts, coin(),
                coin()};
    }
    QList<ImageDifference> imageDifferences()
    {
        return some([this] {
            return ImageDifference{code<ImagePart>(), code<ImageChange>(), bytes(), text(), text(), texts(), text()};
        });
    }
    ImageDiff imageDiff()
    {
        const auto commits = some([this] { return RecipeCommit{text(), time(), text(), text()}; });
        return {record(), record(), imageDifferences(), coin(), coin(), {code<RecipeTrailKind>(), commits, text()}};
    }
    Pruning pruning()
    {
        const auto kept = some([this] { return KeptImage{record(), code<KeepReason>(), texts()}; });
        return {some([this] { return record(); }), kept, number(99), big(), coin()};
    }
    HistoryEntry entry() { return {text(), text(), text(), text(), text(), time(), time(), text()}; }
    Finished finished()
    {
        const auto failure = coin() ? std::optional(error()) : std::nullopt;
        return {code<OutcomeKind>(), code<Safety>(), failure, big()};
    }

    /// The body with this index in EventBody.
    EventBody body(std::size_t index)
    {
        switch (index) {
        case 0:
            return Started{text(), text(), text()};
        case 1:
            return Progress{code<Phase>(), texts(), number(99), number(99)};
        case 2:
            return LogLine{text(), text()};
        case 3:
            return FleetObserved{fleet()};
        case 4:
            return NodeScanned{drift()};
        case 5:
            return NodeUnseen{text(), error()};
        case 6:
            return ImagesListed{some([this] { return record(); })};
        case 7:
            return ImageBuilt{record(), coin(), digest()};
        case 8:
            return PlanMade{plan()};
        case 9:
            return StepBegun{number(9), code<StepKind>()};
        case 10:
            return StepDone{number(9), code<StepKind>(), big(), texts()};
        case 11:
            return StepFailed{number(9), code<StepKind>(), error()};
        case 12:
            return RollingBack{number(9), text()};
        case 13:
            return traffic();
        case 14:
            return WarningsAccepted{texts(), text()};
        case 15:
            return LeaseTaken{text(), time(), time(), text(), text()};
        case 16:
            return controlled();
        case 17:
            return Paused{number(9)};
        case 18:
            return Continued{number(9)};
        case 19:
            return ConfigEdited{text(), edits()};
        case 20:
            return DrainSeen{some([this] {
                                 return DrainingNode{text(), number(9), number(99), number(3)};
                             }),
                             number(99)};
        case 21:
            return GatesSeen{some([this] { return GateReading{text(), ratio(), ratio(), coin(), coin()}; })};
        case 22:
            return OpenDeploymentsSeen{some([this] { return open(); })};
        case 23:
            return OrphansSeen{some([this] {
                return Orphan{code<OrphanKind>(), text(), text(), text(), image(), time(), text(), number(99999)};
            })};
        case 24:
            return ReportMade{report()};
        case 25:
            return Recorded{throughText(toJson(Event{text(), time(), Started{text(), text(), text()}}))};
        case 26:
            return HistoryListed{some([this] { return entry(); })};
        case 27:
            return NodesCompared{groupDrift()};
        case 28:
            return DriftHistoryRead{driftHistory()};
        case 29:
            return ScansDue{some([this] { return ScanDue{text(), time(), number(99)}; })};
        case 30:
            return QuestionAsked{question()};
        case 31:
            return QuestionClosed{text()};
        case 32:
            return ImageDue{image(), some([this] { return DueReason{code<Due>(), texts()}; }), big(), number(9)};
        case 33:
            return LockMoved{image(), imageDifferences(), coin()};
        case 34:
            return ImageProved{record(), imageDifferences()};
        case 35:
            return ImagesCompared{imageDiff()};
        case 36:
            return StoreVerified{{number(9), number(99), big(), some([this] {
                                      return StoreDamage{code<StoreFault>(), text(), texts()};
                                  })}};
        case 37:
            return ImagesPruned{pruning()};
        case 38:
            return ImageExported{record(), texts(), big()};
        case 39:
            return ImageImported{record()};
        case 40:
            return PaperMade{image(), code<PaperKind>(), bytes()};
        case 41:
            return ImageSigned{image(), text(), text()};
        case 42:
            return ImageTried{record(), some([this] { return TestRun{text(), big()}; })};
        case 43:
            return finished();
        }
        qFatal("a new event body has no dice");
    }

private:
    QRandomGenerator m_random;
};

} // namespace snowmelt
