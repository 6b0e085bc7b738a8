// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/runner_contract.h"

#include "backend/image/inventory_json.h"
#include "backend/image/layer_comparison.h"
#include "backend/image/local_runner.h"

namespace snowmelt::contract {

namespace {

// What an overlay mount keeps in devices and attributes, names with letters, further names, other people's files.
const QByteArray manyKinds =
    "commands:\n"
    "  - 'rm -r /var/log && mkdir /var/log && echo new > /var/log/new; rm /bin/nproc'\n"
    "  - 'mkdir -p /srv/a /srv/a-b && echo x > /srv/a/x && echo y > /srv/a-b/y && echo á > \"/srv/Főtanúsítvány\"'\n"
    "  - 'ls / /etc > /srv/listing; date -r /etc/passwd > /srv/date; date -r /usr > /srv/usr; echo 1 > /dev/shm/gone; "
    "cat /proc/sys/kernel/hostname > /srv/name'\n";

QString whyOf(const Result<ImageBuilder::Built>& built)
{
    return built.failed() ? built.error().args.join(u' ') + u": " + built.error().detail : QStringLiteral("cancelled");
}

/// Members of the topmost layers that are not the same.
QString differenceBetween(const QString& first, const QString& second)
{
    QList<QList<LayerMember>> all;
    for (const QString& home : {first, second}) {
        const QString store = home + QStringLiteral("/images");
        const auto index = readIndex(store);
        for (const StoredImage& image : *index)
            if (image.record.ref == sample::SmallImages::trial())
                all.append(readMembers(oci::blobPath(store, readManifest(store, image)->layers.last().digest),
                                       std::make_shared<std::atomic_bool>(false))
                               .value());
    }
    QStringList said;
    for (const ImageDifference& difference : compareMembers(all[0], all[1]))
        said.append(QString::fromUtf8(difference.key) + u' ' + difference.was + u" => " + difference.is);
    return said.join(u'\n');
}

} // namespace

void RunnerContract::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("building needs root");
}

void RunnerContract::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_images = std::make_unique<sample::SmallImages>(m_folder->path());
    m_subject = m_factory();
    m_onEvent = {};
}

void RunnerContract::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_subject.left(), QString(), 60'000);
    m_subject = {};
}

Result<ImageBuilder::Built> RunnerContract::build(const QString& home, std::shared_ptr<TierRunner> runner,
                                                  bool fromScratch, CallContext context)
{
    m_events.clear();
    const auto hear = [this](const EventBody& body) {
        m_events.append(body);
        if (m_onEvent)
            m_onEvent(body);
    };
    return QCoro::waitFor(ImageBuilder(home).build(
        m_images->blueprint(), {sample::SmallImages::trial(), fromScratch, false, runner}, hear, context));
}

QStringList RunnerContract::lines() const
{
    QStringList all;
    for (const EventBody& body : m_events)
        if (const auto* line = std::get_if<LogLine>(&body))
            all.append(line->text);
    return all;
}

void RunnerContract::buildsTheSameBytes()
{
    m_images->setTrial(manyKinds);
    const auto here = build(home("here"), std::make_shared<LocalRunner>(home("here")));
    QVERIFY2(here.ok(), qPrintable(whyOf(here)));
    const auto there = build(home("there"), m_subject.runner(home("there")));
    QVERIFY2(there.ok(), qPrintable(whyOf(there)));
    QCOMPARE(differenceBetween(home("here"), home("there")), QString());
    QCOMPARE(there->record.digest, here->record.digest);
    const ImageStore stored(home("here/images"));
    const ImageStore built(home("there/images"));
    QCOMPARE(renderInventory(built.inventory(there->record.digest).value()),
             renderInventory(stored.inventory(here->record.digest).value()));
    QCOMPARE(sample::faultOf(home("there")), QString());
    QCOMPARE(sample::namesIn(home("there/build")), QStringList{});
}

// The OS tier is not built again, so its layer goes where the child is built, unless it is there.
void RunnerContract::buildsOnWhatTheStoreHas()
{
    m_images->setTrial(manyKinds);
    const QString here = home("here");
    QVERIFY(build(here, std::make_shared<LocalRunner>(here)).ok());
    m_images->setTrial("commands: ['test ! -e /srv; echo second > /second']\n");
    const auto there = build(here, m_subject.runner(here), false);
    QVERIFY2(there.ok(), qPrintable(whyOf(there)));
    const auto again = build(here, std::make_shared<LocalRunner>(here));
    QVERIFY2(again.ok(), qPrintable(whyOf(again)));
    QCOMPARE(there->record.digest, again->record.digest);
    QVERIFY(!there->reused);
}

void RunnerContract::tellsLinesInTheirOrder()
{
    m_images->setTrial("commands: ['for i in $(seq 200); do echo line $i; done; echo oops >&2; printf unfinished']\n");
    const auto built = build(home("there"), m_subject.runner(home("there")));
    QVERIFY2(built.ok(), qPrintable(whyOf(built)));
    QStringList expected;
    for (int i = 1; i <= 200; ++i)
        expected.append(QStringLiteral("line %1").arg(i));
    QStringList said = lines();
    const qsizetype begin = said.indexOf(QStringLiteral("line 1"));
    QCOMPARE(said.mid(begin, 200), expected);
    QVERIFY(said.contains(QStringLiteral("oops")));
}

void RunnerContract::saysHowACommandFailed()
{
    m_images->setTrial("commands: ['true', 'echo before; echo its last words >&2; exit 7']\n");
    const auto built = build(home("there"), m_subject.runner(home("there")));
    QVERIFY(built.failed());
    QCOMPARE(built.error().code, ErrorCode::BuildCommandFailed);
    QCOMPARE(built.error().args.value(0), QStringLiteral("trial@1"));
    QVERIFY(built.error().args.value(1).startsWith(u"echo before"));
    QCOMPARE(built.error().args.value(2), QStringLiteral("7"));
    QVERIFY2(built.error().detail.endsWith(u"its last words"), qPrintable(built.error().detail));
    QCOMPARE(sample::namedImages(home("there")), QStringList{});
}

void RunnerContract::saysWhatMmdebstrapFailedAt()
{
    m_images->setMood(QStringLiteral("fail"), true);
    const auto built = build(home("there"), m_subject.runner(home("there")));
    QVERIFY(built.failed());
    QCOMPARE(built.error().code, ErrorCode::BuildCommandFailed);
    QCOMPARE(built.error().args.value(1), QStringLiteral("mmdebstrap"));
}

void RunnerContract::aCancelEndsEverything_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("a command") << QStringLiteral("about to wait");
    QTest::newRow("mmdebstrap") << QStringLiteral("I: half of it");
}

void RunnerContract::aCancelEndsEverything()
{
    QFETCH(const QString, line);
    m_images->setMood(QStringLiteral("hang"), line.startsWith(u'I'));
    m_images->setTrial("commands: ['echo about to wait; sleep 1000 & sleep 1000']\n");
    CancelSource source;
    m_onEvent = [&](const EventBody& body) {
        const auto* said = std::get_if<LogLine>(&body);
        if (said && said->text == line)
            source.cancel();
    };
    const auto built = build(home("there"), m_subject.runner(home("there")), true, CallContext{source.token()});
    QVERIFY2(built.cancelled(), qPrintable(whyOf(built)));
    // When the build says that it ended, it has.
    QCOMPARE(m_subject.left(), QString());
    QCOMPARE(sample::namesIn(home("there/build")), QStringList{});
    QCOMPARE(sample::namedImages(home("there")), QStringList{});
}

} // namespace snowmelt::contract
