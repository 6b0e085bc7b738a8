// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "models/domain/event_json.h"
#include "models/domain/json_archive.h"
#include "models/domain/read_json.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt;

namespace {

constexpr int rounds = 200;

/// Through text, as the journal and a pipe carry it.
QJsonObject throughText(const QJsonObject& json)
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
        node.service = endpoint();
        node.bornAt = time();
        node.startedAt = time();
        node.share = m_random.generateDouble();
        node.sessions = number(1000);
        node.requestRate = m_random.generateDouble() * 1000;
        if (coin())
            node.driftCount = number(50);
        node.driftComplete = coin();
        return node;
    }
    FleetState fleet()
    {
        FleetState fleet{text(), text(), text(), time(), {}, {}, {}, some([this] { return error(); })};
        fleet.balancers = some(
            [this] { return BalancerState{node(), text(), text(), texts(), endpoint(), m_random.generateDouble()}; });
        fleet.groups = some(
            [this] { return GroupState{text(), number(9), image(), some([this] { return node(); }), big(), big()}; });
        fleet.databases = some([this] { return DatabaseState{node(), text(), text(), number(9) - 1}; });
        return fleet;
    }
    DriftReport drift()
    {
        DriftReport report{text(), image(), digest(), time(), {}, {}, {}};
        report.differences = some([this] {
            const auto fields = some([this] { return FieldChange{text(), text(), text()}; });
            return Difference{code<DriftSection>(), code<DifferenceKind>(), bytes(), fields, text(), text()};
        });
        report.unseen = some([this] { return Unseen{code<DriftSection>(), bytes(), text()}; });
        report.leftOut = some([this] { return LeftOut{text(), text(), number(999)}; });
        return report;
    }
    ImageRecord record()
    {
        return {image(), digest(), image(), code<Tier>(), time(), big(), big(), number(999), big(), coin(), number(9)};
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
        report.traffic = traffic();
        report.switchMs = big();
        return report;
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
            return ImageBuilt{record(), coin()};
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
            return DrainSeen{some([this] {
                                 return DrainingNode{text(), number(9), number(99), number(3)};
                             }),
                             number(99)};
        case 20:
            return GatesSeen{some([this] { return GateReading{text(), ratio(), ratio(), coin(), coin()}; })};
        case 21:
            return OpenDeploymentsSeen{some([this] { return open(); })};
        case 22:
            return OrphansSeen{
                some([this] { return Orphan{code<OrphanKind>(), text(), text(), text(), image(), time(), text()}; })};
        case 23:
            return ReportMade{report()};
        case 24:
            return Recorded{throughText(toJson(Event{text(), time(), Started{text(), text(), text()}}))};
        case 25:
            return HistoryListed{some([this] { return entry(); })};
        case 26:
            return finished();
        }
        qFatal("a new event body has no dice");
    }

private:
    QRandomGenerator m_random;
};

} // namespace

class TestEventJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyBodyComesBack_data();
    void everyBodyComesBack();
    void shapeOfAnEvent();
    void everyByteStringComesBack();
    void pathsThatAreUtf8StayReadable();
    void missingFieldsTakeTheirDefaults();
    void refuses_data();
    void refuses();
    void planAndReportComeBack();
    void documentsHaveTheirSchema();
    void checkDocument();
};

void TestEventJson::everyBodyComesBack_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::variant_size_v<EventBody>; ++i) {
        const Event event{{}, {}, Dice(0).body(i)};
        QTest::newRow(qPrintable(toJson(event).value(u"type"_qs).toString())) << static_cast<int>(i);
    }
}

void TestEventJson::everyBodyComesBack()
{
    QFETCH(int, index);
    for (quint32 seed = 1; seed <= rounds; ++seed) {
        Dice dice(seed);
        Event event{dice.text(), dice.time(), dice.body(static_cast<std::size_t>(index))};
        QCOMPARE(event.body.index(), static_cast<std::size_t>(index));
        const Result<Event> back = eventFromJson(throughText(toJson(event)));
        QVERIFY2(back.ok(),
                 qPrintable(u"seed %1: %2"_qs.arg(seed).arg(back.ok() ? QString() : back.error().args.join(u' '))));
        QVERIFY2(back.value() == event, qPrintable(u"seed %1"_qs.arg(seed)));
    }
}

void TestEventJson::shapeOfAnEvent()
{
    const QDateTime at(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
    const Event event{u"op-1"_qs, at, StepBegun{2, StepKind::MoveTraffic}};
    const QByteArray expected = R"({"at":"2026-01-02T03:04:05.678Z","kind":"moveTraffic","operation":"op-1",)"
                                R"("schema":"snowmelt.event/1","step":2,"type":"stepBegun"})";
    QCOMPARE(QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact), expected);
}

void TestEventJson::everyByteStringComesBack()
{
    const QList<QByteArray> paths{"/etc/motd",
                                  QByteArray("/tmp/\xff\xfe"),
                                  QByteArray("/srv/caf\xe9"),       // Latin-1
                                  QByteArray("\xef\xbb\xbfmark"),   // a byte order mark is part of the name
                                  QByteArray("/home/\xed\xa0\x80"), // a surrogate
                                  QByteArray("/a\nb\tc\x1b[0m"),
                                  QByteArray("/nul\0byte", 9),
                                  QByteArray("\xef\xbf\xbd"), // the replacement character itself
                                  QByteArray("/srv/눈사람"),
                                  QByteArray()};
    for (const QByteArray& path : paths) {
        DriftReport report;
        report.differences = {Difference{DriftSection::Files, DifferenceKind::Added, path, {}, {}, {}}};
        const Result<DriftReport> back = driftReportFromJson(throughText(toJson(report)));
        QVERIFY2(back.ok(), path.toHex().constData());
        QCOMPARE(back.value().differences.at(0).key, path);
    }
}

void TestEventJson::pathsThatAreUtf8StayReadable()
{
    DriftReport report;
    report.unseen = {Unseen{DriftSection::Files, "/srv/눈사람", u"vanished"_qs},
                     Unseen{DriftSection::Files, "\xff", {}}};
    const QJsonArray unseen = toJson(report).value(u"unseen"_qs).toArray();
    QCOMPARE(unseen[0].toObject().value(u"what"_qs).toString(), u"/srv/눈사람"_qs);
    QCOMPARE(unseen[1].toObject().value(u"what"_qs).toObject().value(u"base64"_qs).toString(), u"/w=="_qs);
}

void TestEventJson::missingFieldsTakeTheirDefaults()
{
    const QJsonObject json{{u"schema"_qs, u"snowmelt.event/1"_qs}, {u"type"_qs, u"finished"_qs}};
    const Result<Event> event = eventFromJson(json);
    QVERIFY(event.ok());
    QVERIFY(std::get<Finished>(event->body) == Finished());
}

void TestEventJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char* text, const QString& named) {
        QTest::newRow(name) << QByteArray(text) << named;
    };
    row("no schema", R"({"type":"started"})", u"schema"_qs);
    row("later schema", R"({"schema":"snowmelt.event/2","type":"started"})", u"snowmelt.event/2"_qs);
    row("unknown type", R"({"schema":"snowmelt.event/1","type":"sneezed"})", u"sneezed"_qs);
    row("no type", R"({"schema":"snowmelt.event/1"})", u"type"_qs);
    row("unknown code", R"({"schema":"snowmelt.event/1","type":"stepBegun","kind":"jump"})", u"kind"_qs);
    row("text for a number", R"({"schema":"snowmelt.event/1","type":"stepBegun","step":"2"})", u"step"_qs);
    row("a fraction", R"({"schema":"snowmelt.event/1","type":"stepBegun","step":2.5})", u"step"_qs);
    row("too large", R"({"schema":"snowmelt.event/1","type":"stepBegun","step":4294967296})", u"step"_qs);
    row("no date", R"({"schema":"snowmelt.event/1","type":"started","at":"yesterday"})", u"at"_qs);
    row("no list", R"({"schema":"snowmelt.event/1","type":"progress","args":"x"})", u"args"_qs);
    row("deep", R"({"schema":"snowmelt.event/1","type":"planMade","plan":{"to":"no version"}})", u"plan.to"_qs);
    row("bad digest", R"({"schema":"snowmelt.event/1","type":"planMade","plan":{"toDigest":"sha256:12"}})",
        u"plan.toDigest"_qs);
    row("bad base64",
        R"({"schema":"snowmelt.event/1","type":"nodeScanned","report":{"unseen":[{"what":{"base64":"!"}}]}})",
        u"report.unseen"_qs);
}

void TestEventJson::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QVERIFY(!json.isEmpty());
    const Result<Event> event = eventFromJson(json);
    QVERIFY(event.failed());
    QCOMPARE(event.error().code, ErrorCode::Unexpected);
    QVERIFY2(event.error().args.join(u' ').contains(named), qPrintable(event.error().args.join(u' ')));
}

void TestEventJson::planAndReportComeBack()
{
    for (quint32 seed = 1; seed <= rounds; ++seed) {
        Dice dice(seed);
        const Plan plan = dice.plan();
        const Result<Plan> planBack = planFromJson(throughText(toJson(plan)));
        QVERIFY(planBack.ok() && planBack.value() == plan);
        const DriftReport report = dice.drift();
        const Result<DriftReport> reportBack = driftReportFromJson(throughText(toJson(report)));
        QVERIFY(reportBack.ok() && reportBack.value() == report);
    }
}

void TestEventJson::documentsHaveTheirSchema()
{
    const Finished failed{OutcomeKind::Failed, Safety::Unchanged, Error{ErrorCode::FleetNotUp, {u"shop"_qs}, {}}, 3};
    const QList<std::pair<QJsonObject, QString>> documents{
        {statusJson(std::nullopt, failed), u"snowmelt.status/1"_qs},
        {driftJson({}, {}, failed), u"snowmelt.drift/1"_qs},
        {imagesJson({}, failed), u"snowmelt.images/1"_qs},
        {planJson(std::nullopt, failed), u"snowmelt.plan/1"_qs},
        {historyJson({}, failed), u"snowmelt.history/1"_qs},
    };
    for (const auto& [document, schema] : documents) {
        QCOMPARE(document.value(u"schema"_qs).toString(), schema);
        QCOMPARE(document.value(u"outcome"_qs).toString(), u"failed"_qs);
        QCOMPARE(document.value(u"safety"_qs).toString(), u"unchanged"_qs);
        QCOMPARE(document.value(u"error"_qs).toObject().value(u"code"_qs).toString(), u"fleetNotUp"_qs);
    }
    QVERIFY(statusJson(std::nullopt, failed).value(u"fleet"_qs).isNull());
    QVERIFY(statusJson(FleetState(), {}).value(u"fleet"_qs).isObject());
    QVERIFY(statusJson(FleetState(), {}).value(u"error"_qs).isNull());
}

void TestEventJson::checkDocument()
{
    QCOMPARE(checkJson({}).value(u"ok"_qs).toBool(), true);
    const FileProblem found{u"shop.yaml"_qs, {ProblemCode::MissingKey, 3, 7, {u"name"_qs}}, u"it is missing"_qs};
    const QJsonObject json = checkJson({found});
    QCOMPARE(json.value(u"schema"_qs).toString(), u"snowmelt.check/1"_qs);
    QCOMPARE(json.value(u"ok"_qs).toBool(true), false);
    const QJsonObject problem = json.value(u"problems"_qs).toArray().at(0).toObject();
    QCOMPARE(problem.value(u"line"_qs).toInt(), 3);
    QCOMPARE(problem.value(u"column"_qs).toInt(), 7);
    QCOMPARE(problem.value(u"code"_qs).toString(), u"missingKey"_qs);
    QCOMPARE(problem.value(u"message"_qs).toString(), u"it is missing"_qs);
}

QTEST_APPLESS_MAIN(TestEventJson)
#include "tst_event_json.moc"
