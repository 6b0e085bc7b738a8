// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/image/build_harm.h"
#include "tests/backend/image/packed_images.h"

#include <QStandardPaths>
#include <QTemporaryDir>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

enum class Doing { One, Other, Failing, Waiting };

QStringList commandsOf(Doing doing)
{
    switch (doing) {
    case Doing::One:
        return {};
    case Doing::Other:
        return {QStringLiteral("echo other")};
    case Doing::Failing:
        return {QStringLiteral("echo about to fail; exit 3")};
    case Doing::Waiting:
        return {QStringLiteral("echo about to wait; trap \"\" INT TERM; sleep 1000 & wait; sleep 1000")};
    }
    return {};
}

QByteArray asYaml(const QStringList& commands)
{
    return commands.isEmpty() ? QByteArray() : "commands: ['" + commands.join(QStringLiteral("', '")).toUtf8() + "']\n";
}

} // namespace

/// What holds of a build whoever builds: the builder, or Packer. Real both, on a small root.
class TestTierBuilders : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    QString home() const { return path("home"); }

    void setUp(bool packer)
    {
        m_byPacker = packer;
        m_folder = std::make_unique<QTemporaryDir>();
        m_small = std::make_unique<SmallImages>(m_folder->path());
        if (packer)
            m_packed = std::make_unique<PackedImages>(m_folder->path());
        set(Doing::One);
    }

    void set(Doing doing)
    {
        const QStringList commands = commandsOf(doing);
        if (m_byPacker)
            m_packed->setCommands(PackedImages::rootSaying(QStringLiteral("hello")) + commands);
        else
            m_small->setTrial(asYaml(commands));
    }

    Blueprint blueprint() const { return m_byPacker ? m_packed->blueprint() : m_small->blueprint(); }

    Result<ImageBuilder::Built> build(bool fromScratch = false, const CallContext& context = {})
    {
        m_events.clear();
        return QCoro::waitFor(ImageBuilder(home()).build(
            blueprint(), {SmallImages::trial(), fromScratch}, [this](const EventBody& body) { hear(body); }, context));
    }

    void hear(const EventBody& body)
    {
        m_events.append(body);
        const auto* line = std::get_if<LogLine>(&body);
        if (line && line->text.trimmed().endsWith(u"about to wait"))
            m_cancel.cancel();
    }

    QList<DueReason> whyDue() const
    {
        for (const EventBody& body : m_events)
            if (const auto* due = std::get_if<ImageDue>(&body); due && due->image == SmallImages::trial())
                return due->reasons;
        return {};
    }

    void verifyNothingIsLeft() const
    {
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
        QVERIFY(!anybodyIn(home()));
        QCOMPARE(faultOf(home()), QString());
    }

    static void bothBuilders()
    {
        QTest::addColumn<bool>("packer");
        QTest::newRow("builder") << false;
        QTest::newRow("Packer") << true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        if (QStandardPaths::findExecutable(QStringLiteral("packer")).isEmpty())
            QSKIP("no packer");
    }

    void buildsAndIsReused_data() { bothBuilders(); }
    void buildsAndIsReused()
    {
        QFETCH(const bool, packer);
        setUp(packer);
        const auto first = build();
        QVERIFY2(first.ok(), first.failed() ? qPrintable(first.error().detail) : "");
        QVERIFY(!first->reused && first->record.buildMs > 0 && first->record.ownSize > 0);
        verifyNothingIsLeft();
        const auto second = build();
        QVERIFY(second.ok() && second->reused);
        QCOMPARE(second->record.digest, first->record.digest);
        QCOMPARE(whyDue(), QList<DueReason>{});
        const auto third = build(true);
        QVERIFY(third.ok() && !third->reused);
        QCOMPARE(third->record.digest, first->record.digest); // the same bytes
    }

    void moved_data() { bothBuilders(); }
    void moved()
    {
        QFETCH(const bool, packer);
        setUp(packer);
        QVERIFY(build().ok());
        set(Doing::Other);
        const auto again = build();
        QVERIFY(again.ok() && !again->reused);
        const QList<DueReason> why = packer ? QList<DueReason>{{Due::FileChanged, {QStringLiteral("packer/root.json")}}}
                                            : QList<DueReason>{{Due::RecipeChanged, {}}};
        QCOMPARE(whyDue(), why);
        const auto records = ImageBuilder(home()).survey(blueprint());
        QVERIFY(records.ok());
        set(Doing::One);
        const auto stale = ImageBuilder(home()).survey(blueprint());
        const auto isTrial = [](const ImageRecord& record) { return record.ref == SmallImages::trial(); };
        QVERIFY(!std::find_if(records->begin(), records->end(), isTrial)->stale);
        QVERIFY(std::find_if(stale->begin(), stale->end(), isTrial)->stale);
    }

    void failsWithItsLastLines_data() { bothBuilders(); }
    void failsWithItsLastLines()
    {
        QFETCH(const bool, packer);
        setUp(packer);
        QVERIFY(build().ok());
        const QStringList before = namedImages(home());
        set(Doing::Failing);
        const auto built = build();
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, packer ? ErrorCode::PackerFailed : ErrorCode::BuildCommandFailed);
        QCOMPARE(built.error().args.first(), QStringLiteral("trial@1"));
        QVERIFY2(built.error().detail.contains(QStringLiteral("about to fail")), qPrintable(built.error().detail));
        QCOMPARE(namedImages(home()), before);
        verifyNothingIsLeft();
    }

    // Even of a program that ignores what is said to it.
    void cancelLeavesNothing_data() { bothBuilders(); }
    void cancelLeavesNothing()
    {
        QFETCH(const bool, packer);
        setUp(packer);
        QVERIFY(build().ok());
        const QStringList before = namedImages(home());
        set(Doing::Waiting);
        m_cancel = CancelSource();
        QVERIFY(build(false, CallContext{m_cancel.token()}).cancelled());
        QCOMPARE(namedImages(home()), before);
        verifyNothingIsLeft();
    }

    void killLeavesNothing_data() { bothBuilders(); }
    void killLeavesNothing()
    {
        QFETCH(const bool, packer);
        setUp(packer);
        QVERIFY(build().ok());
        const QStringList before = namedImages(home());
        set(Doing::Waiting);
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(qEnvironmentVariable("DYING_BUILD"),
                    {home(), packer ? m_packed->file() : m_small->file(), SmallImages::trial().text(),
                     QStringLiteral("die"),
                     packer ? QStringLiteral("line:    null: about to wait") : QStringLiteral("line:about to wait")});
        QVERIFY(child.waitForFinished(120'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QTRY_VERIFY_WITH_TIMEOUT(!anybodyIn(home()), 30'000);
        QCOMPARE(leftAfterSweep(home()), QString());
        QCOMPARE(faultOf(home()), QString());
        QCOMPARE(namedImages(home()), before);
    }

    void provenTwice_data() { bothBuilders(); }
    void provenTwice()
    {
        QFETCH(const bool, packer);
        setUp(packer);
        QStringList different;
        const auto hear = [&different](const EventBody& body) {
            if (const auto* proved = std::get_if<ImageProved>(&body))
                for (const ImageDifference& each : proved->differences)
                    different.append(QString::fromUtf8(each.key) + u' ' + each.was + u' ' + each.is);
        };
        const auto proved = QCoro::waitFor(ImageBuilder(home()).prove(blueprint(), SmallImages::trial(), hear, {}));
        QVERIFY2(proved.ok(), proved.failed() ? qPrintable(proved.error().detail) : "");
        QCOMPARE(different, QStringList{});
        QVERIFY(*proved);
        verifyNothingIsLeft();
        if (packer)
            m_packed->setCommands(QStringList{QStringLiteral("mkdir -p root/etc; pwd > root/etc/where")} +
                                  PackedImages::rootSaying(QStringLiteral("hello")));
        else
            m_small->setTrial("commands: ['cat /proc/sys/kernel/random/uuid > /where']\n");
        const auto other = QCoro::waitFor(ImageBuilder(home()).prove(blueprint(), SmallImages::trial(), hear, {}));
        QVERIFY(other.ok() && !*other);
        QVERIFY2(!different.isEmpty() && different.first().contains(u"where"), qPrintable(different.join(u'\n')));
    }

    void withoutItsTool_data() { bothBuilders(); }
    void withoutItsTool()
    {
        QFETCH(const bool, packer);
        setUp(packer);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        const auto built = build();
        qputenv("PATH", before);
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::ToolMissing);
        const QString tool = packer ? QStringLiteral("packer") : QStringLiteral("mmdebstrap");
        QCOMPARE(built.error().args, (QStringList{tool, tool}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SmallImages> m_small;
    std::unique_ptr<PackedImages> m_packed;
    bool m_byPacker = false;
    CancelSource m_cancel;
    QList<EventBody> m_events;
};

QTEST_GUILESS_MAIN(TestTierBuilders)
#include "tst_tier_builders.moc"
