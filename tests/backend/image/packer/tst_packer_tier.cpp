// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/export_image.h"
#include "backend/image/import_archive.h"
#include "tests/backend/image/packer/packer_builds.h"

using namespace snowmelt;
using namespace snowmelt::sample;

/// Packer for real, on templates of its null and file builders.
class TestPackerTier : public PackerBuilds
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }

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

    // As docs/RECIPES.md has it. What is between its lines is looked for among all arguments while Packer runs.
    void secretIsReadFromAFile()
    {
        m_images->write(QStringLiteral("packer/root.pkr.hcl"), R"(
variable "api-token" {
  type      = string
  sensitive = true
}
variable "other" {
  type = string
}
source "null" "root" {
  communicator = "none"
}
build {
  sources = ["source.null.root"]
  provisioner "shell-local" {
    environment_vars = ["ETC=root/etc"]
    inline           = ["sh make-root"]
  }
}
)");
        m_images->write(QStringLiteral("packer/make-root"),
                        "set -eu\nmkdir -p \"$ETC\"\n"
                        "sha256sum < \"$SNOWMELT_SECRETS/api-token\" > \"$ETC/sum\"\n"
                        "sha256sum < \"$SNOWMELT_SECRETS/other\" > \"$ETC/other\"\n"
                        "stat -c %a \"${SNOWMELT_SECRETS%/*}\" > \"$ETC/mode\"\n"
                        "stat -f -c %T \"$HOME\" > \"$ETC/home\"\n"
                        "grep -alF -f \"$SNOWMELT_SECRETS/api-token\" /proc/[0-9]*/cmdline /proc/[0-9]*/environ "
                        "> \"$ETC/seen\" || true\n"
                        "tar -C root -cf root.tar .\n");
        m_images->setRecipe("root.pkr.hcl", ", secrets: [api-token, other]");
        qputenv("SNOWMELT_PACKER_API_TOKEN", hush);
        qputenv("SNOWMELT_PACKER_OTHER", "two\nlines of it\n");
        const auto built = build();
        qunsetenv("SNOWMELT_PACKER_API_TOKEN");
        qunsetenv("SNOWMELT_PACKER_OTHER");
        QVERIFY2(built.ok(), built.failed() ? qPrintable(built.error().detail) : "");
        const Inventory all = inventory(built->record.digest);
        QCOMPARE(all.files.value("/etc/sum").sha256, sha256Of(sha256Of(hush) + "  -\n"));
        QCOMPARE(all.files.value("/etc/other").sha256, sha256Of(sha256Of("two\nlines of it\n") + "  -\n"));
        QCOMPARE(all.files.value("/etc/mode").sha256, sha256Of("700\n"));
        QCOMPARE(all.files.value("/etc/home").sha256, sha256Of("tmpfs\n"));
        QCOMPARE(all.files.value("/etc/seen").sha256, sha256Of({}));
        QVERIFY(!anywhereBelow(home(), hush));
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
};

QTEST_GUILESS_MAIN(TestPackerTier)
#include "tst_packer_tier.moc"
