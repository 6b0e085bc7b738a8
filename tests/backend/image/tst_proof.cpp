// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_builder.h"
#include "tests/backend/image/small_images.h"

#include <QCoro/QCoroTask>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVersionNumber>

#include <linux/magic.h>
#include <sys/statfs.h>
#include <thread>
#include <unistd.h>

using namespace snowmelt;

/// A small tier built twice, for real.
class TestProof : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }

    Result<bool> prove(const CallContext& context = {})
    {
        m_proved.clear();
        m_progress.clear();
        m_said.clear();
        return QCoro::waitFor(ImageBuilder(home()).prove(
            m_images->blueprint(), sample::SmallImages::trial(), [this](const EventBody& body) { hear(body); },
            context));
    }

    void hear(const EventBody& body)
    {
        if (const auto* proved = std::get_if<ImageProved>(&body))
            m_proved.append(*proved);
        if (const auto* progress = std::get_if<Progress>(&body))
            m_progress.append(*progress);
        if (const auto* line = std::get_if<LogLine>(&body))
            m_said += line->text + u'\n';
        if (m_onEvent)
            m_onEvent(body);
    }

    QStringList keys(ImageChange change) const
    {
        QStringList found;
        for (const ImageDifference& difference : m_proved.last().differences)
            if (difference.change == change)
                found.append(QString::fromUtf8(difference.key));
        return found;
    }

    static QString textOf(const ImageProved& proved)
    {
        QStringList lines;
        for (const ImageDifference& difference : proved.differences)
            lines.append(QString::fromUtf8(difference.key) + u' ' + difference.was + u' ' + difference.is);
        return lines.join(u'\n');
    }

    ImageDifference differenceOf(const char* key) const
    {
        for (const ImageDifference& difference : m_proved.last().differences)
            if (difference.key == key)
                return difference;
        return {};
    }

    void verifyNothingIsLeft() const
    {
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
        QCOMPARE(QDir(home() + QStringLiteral("/build")).entryList(all), QStringList{});
        QVERIFY(!QFile::exists(home() + QStringLiteral("/images")));
        QCOMPARE(QDir(home() + QStringLiteral("/cache/layers")).entryList(all), QStringList{});
        QFile mounts(QStringLiteral("/proc/self/mountinfo"));
        QVERIFY(mounts.open(QIODevice::ReadOnly));
        QVERIFY(!mounts.readAll().contains(QFile::encodeName(home())));
    }

    static bool listsByHash(const QString& folder)
    {
        struct statfs status;
        return ::statfs(QFile::encodeName(folder).constData(), &status) == 0 && status.f_type == EXT4_SUPER_MAGIC;
    }

    static bool hasLibfaketime()
    {
        const QStringList folders = QDir(QStringLiteral("/usr/lib")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return std::any_of(folders.begin(), folders.end(), [](const QString& folder) {
            return QFile::exists(QStringLiteral("/usr/lib/%1/faketime/libfaketime.so.1").arg(folder));
        });
    }

    /// In which overlay mounts on a file system in memory keep all there is to keep: Linux 6.6.
    static bool hasNamespaces()
    {
        const QVersionNumber kernel = QVersionNumber::fromString(QSysInfo::kernelVersion());
        return kernel >= QVersionNumber(6, 6) &&
               QProcess::execute(QStringLiteral("unshare"), {QStringLiteral("--user"), QStringLiteral("true")}) == 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        QVERIFY(m_folder.isValid());
        // Somebody else finds the programs too.
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7055)));
        m_images = std::make_unique<sample::SmallImages>(m_folder.path());
    }

    void init() { m_onEvent = {}; }

    void sameBytesTwice()
    {
        // What depends on who builds, and where, and is kept from the build.
        m_images->setTrial("packages: [something]\n"
                           "users: []\n"
                           "files: [{path: /opt/file, content: hello}]\n"
                           "commands:\n"
                           "  - mkdir /planted && cd /planted && hostname > name\n"
                           "  - ': > /planted/mask && mkdir /planted/masked'\n"
                           "  - date +%Z > /planted/zone\n"
                           "  - 'ls /nonexistent 2> /planted/language || true'\n"
                           "  - echo ~ $TMPDIR $USER $PWD > /planted/person\n");
        const auto same = prove();
        QVERIFY2(same.ok(), same.failed() ? qPrintable(same.error().args.join(u' ') + same.error().detail) : "");
        QCOMPARE(m_proved.size(), 2);
        for (const ImageProved& proved : m_proved)
            QCOMPARE(textOf(proved), QString());
        QVERIFY(*same);
        QCOMPARE(m_proved[0].image.ref.text(), QStringLiteral("os/small@1"));
        QCOMPARE(m_proved[1].image.ref.text(), QStringLiteral("trial@1"));
        QVERIFY(!m_proved[1].image.digest.isNull());
        verifyNothingIsLeft();
    }

    void progressCountsBothBuilds()
    {
        int last = 0;
        for (const Progress& progress : m_progress) {
            if (progress.phase == Phase::CleaningUp)
                continue;
            QCOMPARE(progress.total, 10);
            QVERIFY(progress.phase == Phase::BuildingImage || progress.done >= last);
            last = progress.done;
        }
        QVERIFY(last > 5);
        QCOMPARE(m_progress.last().phase, Phase::CleaningUp);
    }

    // The image that is built is the one that was proved.
    void sameAsABuild()
    {
        const Digest proved = m_proved.last().image.digest;
        const QTemporaryDir other;
        const auto built = QCoro::waitFor(
            ImageBuilder(other.path())
                .build(m_images->blueprint(), {sample::SmallImages::trial()}, [](const EventBody&) {}, {}));
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        QCOMPARE(built->record.digest, proved);
    }

    void namesWhatDiffers()
    {
        m_images->setTrial("commands:\n"
                           "  - mkdir /planted /many && cd /planted\n"
                           "  - date +%N > /planted/clock\n"
                           "  - date +%s > /planted/second\n"
                           "  - od -An -N8 -tx1 /dev/urandom > /planted/random\n"
                           "  - for n in $(seq 40); do echo $n > /many/file$n; done\n"
                           "  - find /many > /planted/order\n"
                           "  - echo $$ > /planted/process\n"
                           "  - nproc > /planted/processors\n"
                           "  - touch -d @$(($(date +%s) - 100000)) /planted/old\n"
                           "  - touch -d @1000000000 /planted/old-enough\n"
                           "  - date +%Y > /planted/year\n"
                           "  - cat /proc/self/uid_map /proc/self/gid_map > /planted/ids\n"
                           "  - rm -r /var/log && mkdir /var/log && echo new > /var/log/new\n"
                           "  - rm /bin/sleep && echo said > /dev/stdout\n"
                           "  - echo same > /planted/same\n"
                           "  - mktemp /planted/name-XXXXXXXX\n");
        const auto same = prove();
        QVERIFY2(same.ok(), same.failed() ? qPrintable(same.error().args.join(u' ') + same.error().detail) : "");
        QVERIFY(!*same);
        QCOMPARE(m_proved.size(), 2);
        QCOMPARE(m_proved[0].differences, QList<ImageDifference>{});
        QStringList expected{QStringLiteral("/planted/clock"), QStringLiteral("/planted/old"),
                             QStringLiteral("/planted/process"), QStringLiteral("/planted/random"),
                             QStringLiteral("/planted/second")};
        QCOMPARE(m_said.contains(u"the user id is not varied"), !hasNamespaces());
        if (hasNamespaces())
            expected.append(QStringLiteral("/planted/ids"));
        if (hasLibfaketime())
            expected.append(QStringLiteral("/planted/year"));
        if (listsByHash(home()))
            expected.append(QStringLiteral("/planted/order"));
        if (std::thread::hardware_concurrency() > 1)
            expected.append(QStringLiteral("/planted/processors"));
        expected.sort();
        QCOMPARE(keys(ImageChange::Changed), expected);
        QCOMPARE(keys(ImageChange::Added).size(), 1);
        QCOMPARE(keys(ImageChange::Removed).size(), 1);
        QVERIFY(keys(ImageChange::Added).first().startsWith(u"/planted/name-"));
        // Only what differs: of one file the content, of the other the time.
        QVERIFY(differenceOf("/planted/random").was.startsWith(u"sha256:"));
        QVERIFY(differenceOf("/planted/old").was.endsWith(u'Z'));
        verifyNothingIsLeft();
    }

    void failureIsABuildsFailure()
    {
        m_images->setTrial("commands: ['echo why >&2; exit 7']\n");
        const auto same = prove();
        QVERIFY(same.failed());
        QCOMPARE(same.error().code, ErrorCode::BuildCommandFailed);
        QCOMPARE(same.error().detail, QStringLiteral("why"));
        verifyNothingIsLeft();
    }

    // 1: while it is built first, 2: the second time.
    void cancelEndsEverything_data()
    {
        QTest::addColumn<int>("build");
        QTest::newRow("first") << 1;
        QTest::newRow("second") << 2;
    }

    void cancelEndsEverything()
    {
        QFETCH(const int, build);
        // The second time it is another second.
        m_images->setTrial(build == 1 ? "commands: ['echo about to wait; sleep 1000']\n"
                                      : "commands: ['[ \"$(hostname)\" != \"\" ]; echo about to wait; "
                                        "[ $$ -lt 4000 ] || sleep 1000']\n");
        CancelSource source;
        CallContext context;
        context.cancel = source.token();
        int heard = 0;
        QObject receiver;
        m_onEvent = [&](const EventBody& body) {
            const auto* line = std::get_if<LogLine>(&body);
            if (line && line->text == u"about to wait" && ++heard == build)
                QTimer::singleShot(0, &receiver, [&] { source.cancel(); });
        };
        QVERIFY(prove(context).cancelled());
        QCOMPARE(heard, build);
        verifyNothingIsLeft();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<sample::SmallImages> m_images;
    QList<ImageProved> m_proved;
    QList<Progress> m_progress;
    QString m_said;
    std::function<void(const EventBody&)> m_onEvent;
};

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
