// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/json_archive.h"
#include "models/domain/read_json.h"
#include "tests/models/domain/event_dice.h"

#include <QTest>

using namespace snowmelt;

namespace {

constexpr int rounds = 200;

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
