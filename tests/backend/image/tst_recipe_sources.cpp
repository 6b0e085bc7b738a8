// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_builder.h"
#include "backend/image/image_store.h"
#include "tests/support/free_port.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace snowmelt;

namespace {

ImageRef ref(const char* text)
{
    return *ImageRef::parse(QLatin1String(text));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Packages from a repository of our own, signed, served from this machine: needs root, mmdebstrap and a Debian mirror.
class TestRecipeSources : public QObject
{
    Q_OBJECT

private:
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    void put(const char* name, const QByteArray& text) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    QByteArray source(const char* folder, const char* key) const
    {
        return "sources: [{uri: \"http://127.0.0.1:" + QByteArray::number(m_port) + '/' + folder +
               "\", suite: ./, key: " + key + "}]\n";
    }

    ImageStore store() const { return ImageStore(at("home/images")); }

    Result<ImageBuilder::Built> build(const char* image) const
    {
        Blueprint blueprint;
        blueprint.path = at("fleet.yaml");
        blueprint.images = {{ref("os@1"), QStringLiteral("os.yaml")}, {ref("web@1"), QStringLiteral("web.yaml")}};
        const auto quiet = [](const EventBody&) {};
        return QCoro::waitFor(ImageBuilder(at("home")).build(blueprint, {ref(image)}, quiet, {}));
    }

    static QString whyOf(const Result<ImageBuilder::Built>& built)
    {
        return built.failed() ? codeName(built.error().code) + u' ' + built.error().detail
                              : QStringLiteral("cancelled");
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        const QString maker =
            qEnvironmentVariable("SNOWMELT_SOURCE") + QStringLiteral("/tests/backend/image/make_repository");
        QCOMPARE(QProcess::execute(maker, {m_folder.path()}), 0);
        QCOMPARE(QProcess::execute(maker, {at("stranger")}), 0);
        QVERIFY(QFile::link(at("repository"), at("again")));
        m_port = test::freePort();
        m_server.setStandardOutputFile(QProcess::nullDevice());
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(QStringLiteral("/usr/bin/python3"),
                       {QStringLiteral("-m"), QStringLiteral("http.server"), QStringLiteral("--bind"),
                        QStringLiteral("127.0.0.1"), QStringLiteral("--directory"), m_folder.path(),
                        QString::number(m_port)});
        const auto answers = [this] {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_port));
            return socket.waitForConnected(1000);
        };
        QVERIFY(QTest::qWaitFor(answers, 60'000));
    }

    void cleanupTestCase()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    void anOsTierInstallsFromItsSources()
    {
        put("os.yaml", "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\npackages: [tini, snowmelt-greeting=1.5]\n"
                       "labels: {team: web}\n" +
                           source("repository", "key.asc"));
        const auto built = build("os@1");
        QVERIFY2(built.ok(), qPrintable(whyOf(built)));
        const Digest digest = built->record.digest;
        const Inventory inventory = store().inventory(digest).value();
        for (const char* name : {"tini", "snowmelt-greeting"})
            QVERIFY2(std::any_of(inventory.packages.begin(), inventory.packages.end(),
                                 [&](const PackageFact& p) { return p.name == QLatin1String(name); }),
                     name);
        const QByteArray kept =
            store().readFile(digest, "/etc/apt/sources.list.d/snowmelt-0-000.sources", 1000).value();
        QVERIFY2(kept.contains("Signed-By: /etc/apt/keyrings/snowmelt-0-000.asc\n"), kept.constData());
        QCOMPARE(store().readFile(digest, "/etc/apt/keyrings/snowmelt-0-000.asc", 10000).value(),
                 contentOf(at("key.asc")));
        QCOMPARE(inventory.files["/etc/apt/keyrings/snowmelt-0-000.asc"].mode, 0644);
        const QByteArray config = contentOf(at("home/images/blobs/sha256/") + digest.hex());
        QCOMPARE(
            QJsonDocument::fromJson(config)[QStringLiteral("config")][QStringLiteral("Labels")][QStringLiteral("team")]
                .toString(),
            QStringLiteral("web"));
    }

    void aTierAboveHasThemToo()
    {
        put("web.yaml", "snowmelt-recipe: 1\ntier: foundation\nparent: os@1\npackages: [snowmelt-greeting]\n" +
                            source("again", "key.asc"));
        const auto built = build("web@1");
        QVERIFY2(built.ok(), qPrintable(whyOf(built)));
        const Inventory inventory = store().inventory(built->record.digest).value();
        QVERIFY(inventory.files.contains("/etc/apt/sources.list.d/snowmelt-0-000.sources"));
        QVERIFY(inventory.files.contains("/etc/apt/sources.list.d/snowmelt-1-000.sources"));
    }

    void aStrangersKeyOpensNothing()
    {
        put("web.yaml", "snowmelt-recipe: 1\ntier: foundation\nparent: os@1\npackages: [snowmelt-greeting]\n" +
                            source("again", "stranger/key.asc"));
        const auto built = build("web@1");
        QVERIFY(built.failed());
        QVERIFY2(built.error().detail.contains(QStringLiteral("NO_PUBKEY")), qPrintable(whyOf(built)));
    }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

QTEST_GUILESS_MAIN(TestRecipeSources)
#include "tst_recipe_sources.moc"
