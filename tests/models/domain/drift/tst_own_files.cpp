// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/own_files.h"

#include <QTest>

using namespace snowmelt;

namespace {

FactSheet sheetOf(const QMap<QByteArray, QString>& contents)
{
    FactSheet sheet;
    FactTable& files = sheet.tables[DriftSection::Files];
    for (auto file = contents.cbegin(); file != contents.cend(); ++file)
        files[file.key()].fields = {{QStringLiteral("type"), QStringLiteral("file")},
                                    {QStringLiteral("content"), file.value()}};
    return sheet;
}

BirthParameters given(const QByteArray& path, const QByteArray& sha256)
{
    BirthParameters birth;
    birth.files.append({path, 0644, 0, 0, sha256});
    return birth;
}

} // namespace

class TestOwnFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasGivenAtBirthIsAlike()
    {
        FactSheet one = sheetOf({{"/etc/node.conf", QStringLiteral("aa")}, {"/etc/motd", QStringLiteral("m")}});
        FactSheet other = sheetOf({{"/etc/node.conf", QStringLiteral("bb")}, {"/etc/motd", QStringLiteral("m")}});
        takeOwnFilesAsAlike(one, given("/etc/node.conf", "aa"));
        takeOwnFilesAsAlike(other, given("/etc/node.conf", "bb"));
        QCOMPARE(one.tables, other.tables);
    }

    void whatIsNoLongerAsGivenStaysAsItIs()
    {
        FactSheet sheet = sheetOf({{"/etc/node.conf", QStringLiteral("cc")}});
        const FactSheet before = sheet;
        takeOwnFilesAsAlike(sheet, given("/etc/node.conf", "aa"));
        QCOMPARE(sheet, before);
    }

    void hostKeysAreEachNodesOwn()
    {
        FactSheet one = sheetOf({{"/etc/ssh/ssh_host_rsa_key", QStringLiteral("aa")},
                                 {"/etc/ssh/ssh_host_rsa_key.pub", QStringLiteral("bb")}});
        FactSheet other = sheetOf({{"/etc/ssh/ssh_host_rsa_key", QStringLiteral("cc")},
                                   {"/etc/ssh/ssh_host_rsa_key.pub", QStringLiteral("dd")}});
        takeOwnFilesAsAlike(one, {});
        takeOwnFilesAsAlike(other, {});
        QCOMPARE(one.tables, other.tables);
    }

    /// Where a key was given, one that somebody made by hand is a difference.
    void aHostKeyThatWasGivenMustBeThatOne()
    {
        FactSheet sheet = sheetOf({{"/etc/ssh/ssh_host_ed25519_key", QStringLiteral("changed")}});
        const FactSheet before = sheet;
        takeOwnFilesAsAlike(sheet, given("/etc/ssh/ssh_host_ed25519_key", "aa"));
        QCOMPARE(sheet, before);
    }

    void nothingElseIsTouched()
    {
        FactSheet sheet = sheetOf({{"/etc/ssh/ssh_config", QStringLiteral("aa")},
                                   {"/etc/ssh/ssh_host_notes", QStringLiteral("bb")},
                                   {"/etc/ssh/sshd_config", QStringLiteral("cc")}});
        const FactSheet before = sheet;
        takeOwnFilesAsAlike(sheet, {});
        QCOMPARE(sheet, before);
        FactSheet unseen;
        takeOwnFilesAsAlike(unseen, given("/etc/x", "aa"));
        QVERIFY(!unseen.saw(DriftSection::Files));
    }
};

QTEST_GUILESS_MAIN(TestOwnFiles)
#include "tst_own_files.moc"
