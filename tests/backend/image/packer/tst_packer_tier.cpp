// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/export_image.h"
#include "backend/image/import_archive.h"
#include "models/domain/event_json.h"
#include "tests/backend/image/build_harm.h"
#include "tests/backend/image/packed_images.h"

#include <QDirIterator>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

// Characters that each way to write it down spells in its own way.
const QByteArray hush = "h&sh/<quiet>+\"very\" long";

} // namespace

/// Packer for real, on templates of its null and file builders; what only newer ones say, a script says.
class TestPackerTier : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder->filePath(QStringLiteral("home")); }
    QString layout() const { return home() + QStringLiteral("/images"); }

    Result<ImageBuilder::Built> build(const ImageRef& image = SmallImages::trial())
    {
        m_told.clear();
        m_lines.clear();
        return QCoro::waitFor(
            m_builder->build(m_images->blueprint(), {image}, [this](const EventBody& body) { hear(body); }, {}));
    }

    void hear(const EventBody& body)
    {
        m_told += QJsonDocument(toJson(Event{QStringLiteral("o"), QDateTime(), body})).toJson();
        if (const auto* line = std::get_if<LogLine>(&body)) {
            m_lines.append(line->text.trimmed());
            if (m_onLine)
                m_onLine(m_lines.last());
        }
    }

    QByteArray paper(const QString& annotation) const
    {
        const auto images = readIndex(layout());
        if (!images || images->isEmpty())
            return {};
        const auto manifest = readManifest(layout(), images->first());
        return manifest ? bytesOf(oci::blobPath(layout(), manifest->papers.value(annotation))) : QByteArray();
    }

    Inventory inventory(const Digest& digest) const
    {
        const auto read = ImageStore(layout()).inventory(digest);
        return read ? *read : Inventory{};
    }

    void verifyRefused(ErrorCode code, const QStringList& args)
    {
        const auto built = build();
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, code);
        QCOMPARE(built.error().args, args);
        QVERIFY(namedImages(home()).isEmpty());
        QCOMPARE(namesIn(home() + QStringLiteral("/build")), QStringList{});
        m_detail = built.error().detail;
    }

    /// A program called packer, found first. The namespace in which Packer runs has a /tmp of its own.
    void setPacker(const QByteArray& script)
    {
        m_bin = std::make_unique<QTemporaryDir>(QDir::currentPath() + QStringLiteral("/packer-XXXXXX"));
        QFile file(m_bin->filePath(QStringLiteral("packer")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script) > 0);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        qputenv("PATH", QFile::encodeName(m_bin->path()) + ':' + m_path);
    }

    static Task<Secret> given() { co_return Secret("seven77"); }

    static QStringList root(const QStringList& more = {})
    {
        QStringList commands = PackedImages::rootSaying(QStringLiteral("hello"));
        commands.insert(commands.size() - 1, QStringLiteral("true"));
        for (const QString& each : more)
            commands.insert(commands.size() - 1, each);
        return commands;
    }

    static bool anywhereBelow(const QString& folder, const QByteArray& bytes)
    {
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext())
            if (bytesOf(it.next()).contains(bytes))
                return true;
        return false;
    }

    static bool inAnyArgument(const QByteArray& bytes)
    {
        const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
        return std::ranges::any_of(processes, [&](const QString& pid) {
            return bytesOf(QStringLiteral("/proc/") + pid + QStringLiteral("/cmdline")).contains(bytes);
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("building needs root");
        if (QStandardPaths::findExecutable(QStringLiteral("packer")).isEmpty())
            QSKIP("no packer");
        m_path = qgetenv("PATH");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_images = std::make_unique<PackedImages>(m_folder->path());
        m_builder = std::make_unique<ImageBuilder>(home(), QStringLiteral("mina@laptop"));
        m_onLine = {};
    }

    void cleanup()
    {
        qputenv("PATH", m_path);
        qunsetenv("SNOWMELT_PACKER_TOKEN");
    }

    // HCL, variables, the manifest of the template, and all that is written down about it.
    void nullBuilderMakesAnImage()
    {
        m_images->write(QStringLiteral("packer/root.pkr.hcl"), R"(
variable "who" {
  type = string
}
variable "many" {
  type = list(string)
}
source "null" "root" {
  communicator = "none"
}
build {
  sources = ["source.null.root"]
  provisioner "shell-local" {
    inline = ["sh make-root '${var.who}' ${join("+", var.many)}"]
  }
  post-processor "artifice" {
    files = ["root.tar"]
  }
  post-processor "manifest" {
    output = "made.json"
  }
}
)");
        m_images->write(QStringLiteral("packer/make-root"),
                        "set -eu\nmkdir -p root/etc root/var/lib/dpkg root/tmp\necho \"$1 $2\" > root/etc/motd\n"
                        "echo root:x:0:0:root:/root:/bin/sh > root/etc/passwd\necho root:x:0: > root/etc/group\n"
                        "printf 'Package: a\\nStatus: install ok installed\\nVersion: 1\\nArchitecture: all\\n' "
                        "> root/var/lib/dpkg/status\necho no > root/tmp/x\ntar -C root -czf root.tar .\n");
        m_images->setRecipe("root.pkr.hcl", ", variables: {who: 'mina, you', many: '[\"x\", \"y\"]'}");
        const auto built = build();
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        QCOMPARE(built->record.packages, 1);
        const Inventory root = inventory(built->record.digest);
        QCOMPARE(root.files.value("/etc/motd").sha256, sha256Of("mina, you x+y\n"));
        QVERIFY(root.files.contains("/tmp") && !root.files.contains("/tmp/x"));
        QCOMPARE(root.ports, QList<int>{8080});
        QCOMPARE(root.users.size(), 1);
        QCOMPARE(root.groups.size(), 1);
        const QJsonObject manifest = QJsonDocument::fromJson(paper(oci::packerPaper)).object();
        QCOMPARE(manifest[QStringLiteral("builds")][0][QStringLiteral("builder_type")].toString(),
                 QStringLiteral("null"));
        const QByteArray provenance = paper(oci::provenancePaper);
        for (const char* said : {"\"packer\": \"1.", "packer:make-root", "Created artifact from files: root.tar",
                                 "\"name\": \"packer.sh\"", "mina@laptop"})
            QVERIFY2(provenance.contains(said), said);
        QVERIFY(m_lines.contains(QStringLiteral("==> null.root (artifice): Using these artifact files: root.tar")));
    }

    void fileBuilderMakesAnImage()
    {
        QDir().mkpath(m_images->path(QStringLiteral("in/etc")));
        m_images->write(QStringLiteral("in/etc/motd"), "from a file\n");
        QDir().mkpath(m_images->path(QStringLiteral("packer")));
        QCOMPARE(QProcess::execute(QStringLiteral("tar"),
                                   {QStringLiteral("-C"), m_images->path(QStringLiteral("in")), QStringLiteral("-cf"),
                                    m_images->path(QStringLiteral("packer/given.tar")), QStringLiteral(".")}),
                 0);
        m_images->write(QStringLiteral("packer/root.json"),
                        R"({"builders": [{"type": "file", "source": "given.tar", "target": "root.tar"}]})");
        const auto built = build();
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        QVERIFY(inventory(built->record.digest).files.contains("/etc/motd"));
        QCOMPARE(built->record.packages, 0);
        QVERIFY(m_lines.contains(QStringLiteral("/var/lib/dpkg/status: -"))); // nobody knows its packages
        // The template writes no manifest: what Packer told stands for it.
        const QJsonObject manifest = QJsonDocument::fromJson(paper(oci::packerPaper)).object();
        QCOMPARE(manifest[QStringLiteral("builds")][0][QStringLiteral("builder_id")].toString(),
                 QStringLiteral("packer.file"));
        QVERIFY(paper(oci::provenancePaper).contains("file: Stored file: root.tar"));
    }

    void otherTiersRestOnIt()
    {
        QVERIFY(QFile::copy(qEnvironmentVariable("SNOWMELT_SOURCE") +
                                QStringLiteral("/tests/backend/image/data/mmdebstrap"),
                            m_folder->filePath(QStringLiteral("make"))));
        m_images->setCommands({QStringLiteral("sh make bookworm root"), QStringLiteral("tar -C root -cf root.tar .")});
        QVERIFY(QFile::copy(m_folder->filePath(QStringLiteral("make")), m_images->path(QStringLiteral("packer/make"))));
        const auto built = build(*ImageRef::parse(QStringLiteral("child@1")));
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        const Inventory all = inventory(built->record.digest);
        QVERIFY(all.files.contains("/child") && all.files.contains("/bin/sh"));
        QCOMPARE(all.ports, QList<int>{8080});
    }

    // Without a parent, whatever its tier is.
    void travelsAsAnArchive()
    {
        m_images->write(
            QStringLiteral("trial.yaml"),
            "snowmelt-recipe: 1\ntier: immutable\npacker: {template: packer/root.json, artifact: root.tar}\n");
        m_images->setCommands(root());
        const auto built = build();
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        const StopFlag goOn = std::make_shared<std::atomic_bool>(false);
        const QString file = m_folder->filePath(QStringLiteral("trial.oci"));
        QVERIFY(exportImage(layout(), built->record.digest, ImageFormat::OciArchive, file, goOn).ok());
        const QString other = m_folder->filePath(QStringLiteral("other"));
        const auto taken = importArchive(other, file, goOn);
        QVERIFY2(taken.ok(), taken.failed() ? qPrintable(taken.error().detail) : "");
        QCOMPARE(taken->digest, built->record.digest);
        QCOMPARE(faultOf(other), QString());
    }

    void secretsAreNowhere()
    {
        m_images->setRecipe("root.json", ", secrets: [token]");
        m_images->write(QStringLiteral("packer/show"),
                        "printf '%s\\n' \"$TOKEN\" \"$(printf %s \"$TOKEN\" | base64 -w0)\" "
                        "\"$(printf %s \"user:$TOKEN\" | base64 -w0)\"; echo \"$TOKEN\" >&2; echo waiting\n");
        QJsonObject sensitive;
        sensitive[QStringLiteral("variables")] = QJsonObject{{QStringLiteral("token"), QString()}};
        sensitive[QStringLiteral("post-processors")] = QJsonArray{QJsonObject{
            {QStringLiteral("type"), QStringLiteral("manifest")},
            {QStringLiteral("custom_data"), QJsonObject{{QStringLiteral("of"), QStringLiteral("{{user `token`}}")}}}}};
        m_images->setCommands(root({QStringLiteral("TOKEN='{{user `token`}}' sh show")}), sensitive);
        qputenv("SNOWMELT_PACKER_TOKEN", hush);
        bool looked = false;
        QStringList seen;
        m_onLine = [&](const QString& line) {
            if (line != u"null: waiting")
                return;
            looked = true; // while Packer runs
            if (anywhereBelow(home(), hush))
                seen.append(QStringLiteral("a file"));
            if (inAnyArgument(hush))
                seen.append(QStringLiteral("an argument"));
        };
        const auto built = build();
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        QVERIFY(looked);
        QCOMPARE(seen, QStringList{});
        QVERIFY(m_told.contains("•••"));
        for (const QByteArray& form : {hush, QByteArray("quiet"), QByteArray("very"), hush.toBase64()}) {
            QVERIFY2(!m_told.contains(form), form.constData());
            QVERIFY2(!anywhereBelow(home(), form), form.constData());
        }
        QVERIFY(paper(oci::packerPaper).contains("•••"));
    }

    void secretsAreNotInFailures()
    {
        m_images->setRecipe("root.json", ", secrets: [token]");
        m_images->setCommands({QStringLiteral("echo '{{user `token`}}'; exit 4")},
                              {{QStringLiteral("variables"), QJsonObject{{QStringLiteral("token"), QString()}}}});
        qputenv("SNOWMELT_PACKER_TOKEN", hush);
        verifyRefused(ErrorCode::PackerFailed, {QStringLiteral("trial@1"), QStringLiteral("1")});
        QVERIFY2(m_detail.contains(QStringLiteral("•••")), qPrintable(m_detail));
        QVERIFY(!m_detail.contains(QStringLiteral("quiet")) && !m_told.contains("quiet"));
    }

    void secretInTheRootIsRefused()
    {
        m_images->setRecipe("root.json", ", secrets: [token]");
        m_images->setCommands(root({QStringLiteral("echo '{{user `token`}}' > root/etc/token")}),
                              {{QStringLiteral("variables"), QJsonObject{{QStringLiteral("token"), QString()}}}});
        qputenv("SNOWMELT_PACKER_TOKEN", "a-token-of-some-length");
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("/etc/token")});
        QCOMPARE(m_detail, QStringLiteral("token: •••"));
    }

    void missingSecretStopsBeforeAnything()
    {
        m_images->setRecipe("root.json", ", secrets: [api-token]");
        m_images->setCommands(root());
        verifyRefused(ErrorCode::SecretUnavailable, {QStringLiteral("api-token (SNOWMELT_PACKER_API_TOKEN)")});
        QCOMPARE(m_lines, QStringList{});
    }

    // HCL does not know JSON's way to declare one.
    void secretComesFromWhoHasIt()
    {
        m_images->write(QStringLiteral("packer/root.pkr.hcl"), R"(
variable "token" {
  type = string
}
source "null" "root" {
  communicator = "none"
}
build {
  sources = ["source.null.root"]
  provisioner "shell-local" {
    inline = ["mkdir -p root/etc", "printf %s '${var.token}' | wc -c > root/etc/size", "tar -C root -cf root.tar ."]
  }
}
)");
        m_images->setRecipe("root.pkr.hcl", ", secrets: [token]");
        QStringList asked;
        m_builder->setSecrets({[&asked](const ImageRef& image, const QString& variable, const CallContext&) {
                                   asked.append(image.text() + u' ' + variable);
                                   return given();
                               },
                               [&asked](const ImageRef&, const QString& variable) {
                                   asked.append(QStringLiteral("worked ") + variable);
                               }});
        const auto built = build();
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        QCOMPARE(asked, (QStringList{QStringLiteral("trial@1 token"), QStringLiteral("worked token")}));
        QCOMPARE(inventory(built->record.digest).files.value("/etc/size").sha256, sha256Of("7\n"));
    }

    void invalidTemplateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("no JSON") << QByteArray("{\"builders\":[{\"type\":\"null\"]}")
                                 << QStringLiteral("Error parsing JSON");
        QTest::newRow("no builder") << QByteArray("{}") << QStringLiteral("builder");
        QTest::newRow("unknown key") << QByteArray(
                                            R"({"builders": [{"type": "null", "communicator": "none", "nosuch": 1}]})")
                                     << QStringLiteral("nosuch");
    }

    void invalidTemplateIsRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, said);
        m_images->write(QStringLiteral("packer/root.json"), text);
        verifyRefused(ErrorCode::PackerInvalid, {QStringLiteral("trial@1"), QStringLiteral("packer/root.json")});
        QVERIFY2(m_detail.contains(said), qPrintable(m_detail));
    }

    void missingPluginIsNamed()
    {
        m_images->write(QStringLiteral("packer/root.json"), R"({"builders": [{"type": "nosuch"}]})");
        verifyRefused(ErrorCode::PackerPluginMissing,
                      {QStringLiteral("trial@1"), QStringLiteral("nosuch"),
                       QStringLiteral("install -D packer-builder-nosuch ~/.packer.d/plugins/packer-builder-nosuch")});
        m_images->write(QStringLiteral("packer/root.pkr.hcl"),
                        "source \"nosuch\" \"x\" {\n}\nbuild {\n  sources = [\"source.nosuch.x\"]\n}\n");
        m_images->setRecipe("root.pkr.hcl");
        const auto built = build();
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::PackerPluginMissing);
    }

    // As 1.11 says it.
    void missingPluginOfANewerPackerIsNamed()
    {
        m_images->write(QStringLiteral("packer/root.json"), "{}");
        setPacker(
            "case $1 in\n"
            "version) echo '1,,version,1.11.2' ;;\n"
            "validate) printf '%s\\n' '1,,ui,error,Error: Missing plugins\\n\\nThe following plugins are "
            "required%!(PACKER_COMMA) "
            "but not installed:\\n\\n* github.com/hashicorp/docker >= 1.0.0\\n\\nDid you run packer init for this "
            "project ?\\n'; exit 1 ;;\n"
            "esac\n");
        verifyRefused(ErrorCode::PackerPluginMissing,
                      {QStringLiteral("trial@1"), QStringLiteral("github.com/hashicorp/docker"),
                       QStringLiteral("packer init packer/root.json")});
    }

    // What it prints may be anything, and end anywhere.
    void nonsenseHarmsNobody()
    {
        m_images->write(QStringLiteral("packer/root.json"), "{}");
        setPacker("case $1 in\n"
                  "build) head -c 300000 /dev/zero | tr '\\0' x; echo; printf '\\377\\376,,ui,say\\n1,,ui'; exit 7 ;;\n"
                  "esac\n");
        verifyRefused(ErrorCode::PackerFailed, {QStringLiteral("trial@1"), QStringLiteral("7")});
        QVERIFY(!m_lines.filter(QStringLiteral(",,ui,say")).isEmpty());
        QVERIFY(!m_lines.filter(QStringLiteral("x… +")).isEmpty());
    }

    void buildFailsWithItsLastWords()
    {
        m_images->setCommands({QStringLiteral("echo one; echo two >&2; exit 3")});
        verifyRefused(ErrorCode::PackerFailed, {QStringLiteral("trial@1"), QStringLiteral("1")});
        for (const char* said : {"one", "two", "Script exited with non-zero exit status: 3"})
            QVERIFY2(m_detail.contains(QLatin1String(said)), qPrintable(m_detail));
    }

    // Machines that it made elsewhere would go on costing money.
    void cancelLetsPackerTakeBackWhatItMade()
    {
        m_images->setCommands({QStringLiteral("echo waiting; exec sleep 1000")});
        CancelSource cancel;
        m_onLine = [&cancel](const QString& line) {
            if (line == u"null: waiting")
                cancel.cancel();
        };
        m_lines.clear();
        const auto built = QCoro::waitFor(m_builder->build(
            m_images->blueprint(), {SmallImages::trial()}, [this](const EventBody& body) { hear(body); },
            CallContext{cancel.token()}));
        QVERIFY(built.cancelled());
        QVERIFY2(m_lines.contains(QStringLiteral("Cleanly cancelled builds after being interrupted.")),
                 qPrintable(m_lines.join(u'\n')));
    }

    void missingArtifactIsSaidWithWhatThereIs()
    {
        m_images->setCommands({QStringLiteral("true")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
        QCOMPARE(m_detail, QStringLiteral("null: Did not export anything. This is the null builder"));
    }

    void artifactThatIsALinkIsRefused()
    {
        m_images->setCommands({QStringLiteral("ln -s /etc/passwd root.tar")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
        m_images->setCommands({QStringLiteral("ln -s /etc root.tar")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
    }

    void hostileArtifactIsRefused()
    {
        m_images->setCommands(
            {QStringLiteral("mkdir x; echo hi > x/f; tar -C x -cf root.tar --transform 's,f,../../f,' -P f")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
        QVERIFY2(m_detail.contains(QStringLiteral("../../f")), qPrintable(m_detail));
        m_images->setCommands({QStringLiteral("echo no tar > root.tar")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
    }

    void folderIsAnArtifact()
    {
        m_images->setCommands({QStringLiteral("mkdir -p root.tar/etc; echo hello > root.tar/etc/motd")});
        const auto built = build();
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        QVERIFY(inventory(built->record.digest).files.contains("/etc/motd"));
    }

    // Packer works in a copy, with a home and a /tmp of its own.
    void nothingElseIsWritten()
    {
        m_images->setCommands(root({QStringLiteral("touch beside \"$HOME/x\" /tmp/packer-tier-was-here; env; id -u")}));
        qputenv("PACKER_LOG", "1");
        qputenv("SNOWMELT_PACKER_OTHER", "a value of another");
        const auto built = build();
        qunsetenv("PACKER_LOG");
        qunsetenv("SNOWMELT_PACKER_OTHER");
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        QCOMPARE(namesIn(m_images->path(QStringLiteral("packer"))), QStringList{QStringLiteral("root.json")});
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/packer-tier-was-here")));
        QVERIFY(m_lines.contains(QStringLiteral("null: CHECKPOINT_DISABLE=1")));
        const QStringList said = m_lines.filter(QRegularExpression(QStringLiteral("SNOWMELT|PACKER_LOG=1|\\[INFO\\]")));
        QCOMPARE(said, QStringList{});
    }

    void lockIsUnsupported()
    {
        m_images->setCommands(root());
        const QStringList args{QStringLiteral("lock"), QStringLiteral("trial@1")};
        const auto moved = QCoro::waitFor(m_builder->updateLocks(
            m_images->blueprint(), *ImageRef::parse(QStringLiteral("child@1")), false, [](const EventBody&) {}, {}));
        QVERIFY(moved.failed());
        QCOMPARE(moved.error().code, ErrorCode::Unsupported);
        QCOMPARE(moved.error().args, args);
        m_images->write(QStringLiteral("trial.lock"), "snowmelt-lock: 1\npackages: []\nsources: []\ndebs: []\n");
        verifyRefused(ErrorCode::Unsupported, args);
    }

private:
    static QByteArray sha256Of(const QByteArray& bytes) { return Digest::ofBytes(bytes).hex().toLatin1(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_bin;
    std::unique_ptr<PackedImages> m_images;
    std::unique_ptr<ImageBuilder> m_builder;
    QByteArray m_path;
    QByteArray m_told;
    QStringList m_lines;
    QString m_detail;
    std::function<void(const QString&)> m_onLine;
};

QTEST_GUILESS_MAIN(TestPackerTier)
#include "tst_packer_tier.moc"
