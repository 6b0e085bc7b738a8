// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_plugin.h"

#include <QTest>

using namespace snowmelt;

/// What each Packer says of a template whose plugin it does not have, and what is typed then.
class TestPackerPlugin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRecognized_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("command");
        const auto row = [](const char* name, const char* said, const char* version, const char* plugin,
                            const char* command) {
            QTest::newRow(name) << QString::fromUtf8(said) << QString::fromLatin1(version)
                                << QString::fromLatin1(plugin) << QString::fromLatin1(command);
        };
        row("1.6, builder, JSON",
            "Error: Failed to initialize build \"nosuch\"\nerror initializing builder 'nosuch': Unknown builder "
            "nosuch\n",
            "1.6.6", "nosuch", "install -D packer-builder-nosuch ~/.packer.d/plugins/packer-builder-nosuch");
        row("1.6, provisioner, JSON",
            "Error: Failed to initialize build \"null\"\nerror initializing provisioner 'nosuch': Unknown provisioner "
            "nosuch\n",
            "1.6.6", "nosuch", "install -D packer-provisioner-nosuch ~/.packer.d/plugins/packer-provisioner-nosuch");
        row("1.6, builder, HCL",
            "Error: Unknown source type nosuch\n  on bad.pkr.hcl line 1:\n  (source code not available)\nknown "
            "builders: "
            "[file vmware-iso docker]\n",
            "1.6.6", "nosuch", "install -D packer-builder-nosuch ~/.packer.d/plugins/packer-builder-nosuch");
        row("required_plugins",
            "Error: Missing plugins\nThe following plugins are required, but not installed:\n* "
            "github.com/hashicorp/azure ~> 1\n* github.com/hashicorp/qemu ~> 1\nDid you run packer init for this "
            "project "
            "?\n",
            "1.11.0", "github.com/hashicorp/azure", "packer init packer/root.pkr.hcl");
        row("1.10, builder, JSON",
            "Error: Failed to initialize build \"virtualbox-iso\"\nThe builder virtualbox-iso is unknown by Packer, "
            "and "
            "is likely part of a plugin\nthat is not installed.\nYou may find the needed plugin along with "
            "installation "
            "instructions documented\non the Packer integrations page.\n",
            "1.10.0", "virtualbox-iso", "packer plugins install github.com/hashicorp/virtualbox");
        row("1.11, source, HCL",
            "Error: Unknown source type docker\n  on x.pkr.hcl line 4:\nThe source docker is unknown by\nPacker, and "
            "is "
            "likely part of a plugin that is not installed.\n",
            "1.11.2", "docker", "packer plugins install github.com/hashicorp/docker");
        row("version not known", "error initializing builder 'docker': Unknown builder docker\n", "", "docker",
            "packer plugins install github.com/hashicorp/docker");
    }

    void isRecognized()
    {
        QFETCH(const QString, said);
        QFETCH(const QString, version);
        QFETCH(const QString, name);
        QFETCH(const QString, command);
        const auto plugin =
            missingPlugin(said, QVersionNumber::fromString(version), QStringLiteral("packer/root.pkr.hcl"));
        QVERIFY(plugin);
        QCOMPARE(plugin->name, name);
        QCOMPARE(plugin->command, command);
    }

    void otherFaultsAreNone()
    {
        for (const char* said : {"", "Error: Unset variable \"token\"\n",
                                 "Failed to parse template: Error parsing JSON: invalid character ']'\n",
                                 "Error: Unsupported argument\n  on x.pkr.hcl line 4:\n"})
            QVERIFY(!missingPlugin(QString::fromLatin1(said), QVersionNumber(1, 6, 6), QStringLiteral("x.json")));
    }
};

QTEST_GUILESS_MAIN(TestPackerPlugin)
#include "tst_packer_plugin.moc"
