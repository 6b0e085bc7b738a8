// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/export_image.h"
#include "backend/image/image_builder.h"
#include "backend/image/image_store.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/support/lab.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

using namespace snowmelt;

namespace {

struct Said
{
    int status = -1;
    QString out;
    QString err;
    QString both() const { return out + err; }
};

/// What was started ends with this test, whatever becomes of it.
void endWithTest(QProcess& process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

} // namespace

/// Exported images of the lab, in the hands of those they are for: podman and LXD.
class TestExportedImages : public QObject
{
    Q_OBJECT

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    Said run(const QString& program, const QStringList& arguments, int seconds = 60)
    {
        QProcess process;
        endWithTest(process);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LXD_DIR"), path(QStringLiteral("lxd")));
        environment.insert(QStringLiteral("LXD_CONF"), path(QStringLiteral("conf")));
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice()); // lxc would wait for a configuration there
        process.start(program, arguments);
        const bool ended = process.waitForFinished(seconds * 1000);
        if (!ended) {
            process.kill();
            process.waitForFinished();
        }
        return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }
    Said lxc(const QStringList& arguments, int seconds = 60) { return run(QStringLiteral("lxc"), arguments, seconds); }
    Said inside(const QString& script)
    {
        return lxc({QStringLiteral("exec"), m_container, QStringLiteral("--"), QStringLiteral("sh"),
                    QStringLiteral("-c"), script});
    }

    ImageStore store() const { return ImageStore(test::labHome() + QStringLiteral("/images")); }

    ExportedImage exported(ImageFormat format)
    {
        const auto files = exportImage(store().layoutFolder(), m_image.digest, format, path(QStringLiteral("image")),
                                       std::make_shared<std::atomic_bool>(false));
        if (!files)
            qFatal("the image cannot be exported");
        return *files;
    }

    void startLxd()
    {
        QVERIFY(QDir().mkpath(path(QStringLiteral("lxd"))));
        endWithTest(m_lxd);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LXD_DIR"), path(QStringLiteral("lxd")));
        m_lxd.setProcessEnvironment(environment);
        m_lxd.setProcessChannelMode(QProcess::MergedChannels);
        m_lxd.start(QStringLiteral("lxd"), {QStringLiteral("--group"), QStringLiteral("root")});
        const Said ready = run(QStringLiteral("lxd"),
                               {QStringLiteral("waitready"), QStringLiteral("--timeout"), QStringLiteral("60")}, 90);
        QVERIFY2(ready.status == 0, qPrintable(ready.both() + QString::fromUtf8(m_lxd.readAll())));
    }

    void stopLxd()
    {
        if (m_lxd.state() == QProcess::NotRunning)
            return;
        (void)lxc({QStringLiteral("delete"), QStringLiteral("--force"), m_container});
        (void)run(QStringLiteral("lxd"),
                  {QStringLiteral("shutdown"), QStringLiteral("--timeout"), QStringLiteral("30")});
        if (!m_lxd.waitForFinished(60'000)) {
            m_lxd.kill();
            m_lxd.waitForFinished();
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("only root can build the lab's images");
        QFile file(test::shopBlueprint());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Blueprint shop = parseBlueprint(file.readAll(), test::shopBlueprint()).value;
        const auto built = QCoro::waitFor(
            ImageBuilder(test::labHome())
                .build(shop, {*ImageRef::parse(QStringLiteral("foundation/web@1"))}, [](const EventBody&) {}, {}));
        QVERIFY(built.ok());
        m_image = built->record;
    }

    void cleanup() { stopLxd(); }

    /// Under the identity it has here.
    void podmanLoadsIt()
    {
        const QString podman = QStringLiteral("podman");
        if (QStandardPaths::findExecutable(podman).isEmpty())
            QSKIP("podman is not installed");
        const QString file = exported(ImageFormat::OciArchive).files.first();
        const QStringList places{QStringLiteral("--root"), path(QStringLiteral("root")), QStringLiteral("--runroot"),
                                 path(QStringLiteral("r")), QStringLiteral("--storage-driver=vfs")};
        const Said loaded = run(podman, places + QStringList{QStringLiteral("load"), QStringLiteral("-i"), file}, 300);
        QVERIFY2(loaded.status == 0, qPrintable(loaded.both()));
        const Said listed = run(podman, places + QStringList{QStringLiteral("images"), QStringLiteral("--no-trunc"),
                                                             QStringLiteral("--format"),
                                                             QStringLiteral("{{.Repository}}:{{.Tag}} {{.ID}}")});
        QCOMPARE(listed.out.trimmed(), QString(u"localhost/foundation/web:1 " + m_image.digest.text()));
        (void)run(podman,
                  places + QStringList{QStringLiteral("rmi"), QStringLiteral("--all"), QStringLiteral("--force")});
    }

    /// Its services run below its own init, it is the root the inventory tells, and it stops when it is told to.
    void lxdBootsIt()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("lxd")).isEmpty() ||
            QStandardPaths::findExecutable(QStringLiteral("lxc")).isEmpty())
            QSKIP("lxd is not installed (packages lxd and lxd-client)");
        const QStringList files = exported(ImageFormat::Lxd).files;
        startLxd();
        const Said pool = lxc(
            {QStringLiteral("storage"), QStringLiteral("create"), QStringLiteral("default"), QStringLiteral("dir")});
        QVERIFY2(pool.status == 0, qPrintable(pool.both()));
        const QString alias = QStringLiteral("exported");
        const Said imported = lxc(
            {QStringLiteral("image"), QStringLiteral("import"), files[0], files[1], QStringLiteral("--alias"), alias},
            120);
        QVERIFY2(imported.status == 0, qPrintable(imported.both()));
        const Said shown =
            lxc({QStringLiteral("image"), QStringLiteral("get-property"), alias, QStringLiteral("snowmelt.digest")});
        QCOMPARE(shown.out.trimmed(), m_image.digest.text());
        const Said launched =
            lxc({QStringLiteral("launch"), alias, m_container, QStringLiteral("--storage"), QStringLiteral("default"),
                 QStringLiteral("--config"), QStringLiteral("security.privileged=true")},
                180);
        QVERIFY2(launched.status == 0, qPrintable(launched.both()));
        // A container of LXD has no birth: the key that a node is given, this one is given here.
        QCOMPARE(inside(QStringLiteral("ssh-keygen -A >/dev/null && cat /proc/1/comm")).status, 0);
        QTRY_VERIFY_WITH_TIMEOUT(inside(QStringLiteral("ps -o args= -C sshd,tini,init")).out.contains(u"sshd -D") ||
                                     inside(QStringLiteral("pgrep -x sshd")).status == 0,
                                 30'000);
        QCOMPARE(inside(QStringLiteral("pgrep -x tini | wc -l")).out.trimmed(), QStringLiteral("1"));
        compareWithInventory();
        const Said stopped =
            lxc({QStringLiteral("stop"), m_container, QStringLiteral("--timeout"), QStringLiteral("60")}, 90);
        QVERIFY2(stopped.status == 0, qPrintable(stopped.both()));
        const Said state = lxc({QStringLiteral("list"), QStringLiteral("--format"), QStringLiteral("csv"),
                                QStringLiteral("--columns"), QStringLiteral("ns")});
        QCOMPARE(state.out.trimmed(), QString(m_container + QStringLiteral(",STOPPED")));
    }

private:
    /// Every regular file below /usr and its bytes.
    void compareWithInventory()
    {
        const Inventory inventory = store().inventory(m_image.digest).value();
        const Said sums = inside(QStringLiteral("find /usr -xdev -type f -exec sha256sum {} +"));
        QMap<QByteArray, QByteArray> found;
        const QList<QByteArray> lines = sums.out.toUtf8().split('\n');
        for (const QByteArray& line : lines)
            if (line.size() > 66)
                found.insert(line.mid(66), line.left(64));
        QVERIFY(found.remove("/usr/sbin/init") == 1);
        QMap<QByteArray, QByteArray> expected;
        for (const FileFact& fact : inventory.files)
            if (fact.type == FileType::File && fact.path.startsWith("/usr/") && !fact.path.contains('\\'))
                expected.insert(fact.path, fact.sha256);
        QVERIFY(expected.size() > 1000);
        for (auto it = expected.cbegin(); it != expected.cend(); ++it)
            QVERIFY2(found.value(it.key()) == it.value(), it.key().constData());
    }

    QTemporaryDir m_folder;
    QProcess m_lxd;
    ImageRecord m_image;
    const QString m_container = QStringLiteral("snowmelt-export-test");
};

QTEST_GUILESS_MAIN(TestExportedImages)
#include "tst_exported_images.moc"
