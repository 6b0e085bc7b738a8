// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/inventory_json.h"
#include "backend/image/layer_contents.h"

#include <QTest>

using namespace snowmelt;

namespace {

FileFact file(const QByteArray& path, const QByteArray& sha = "aa")
{
    return {path, FileType::File, 0644, 0, 0, 2, sha, {}};
}

FileFact folder(const QByteArray& path)
{
    return {path, FileType::Directory, 0755, 0, 0, 0, {}, {}};
}

QMap<QByteArray, FileFact> filesOf(const QList<FileFact>& facts)
{
    QMap<QByteArray, FileFact> files;
    for (const FileFact& fact : facts)
        files.insert(fact.path, fact);
    return files;
}

} // namespace

class TestInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesItsText()
    {
        Inventory inventory;
        inventory.image = *ImageRef::parse(QStringLiteral("shop@1.0.0"));
        inventory.digest = Digest::ofBytes("x");
        inventory.packages = {{QStringLiteral("libc6:amd64"), QStringLiteral("2.36-9"), QStringLiteral("amd64")}};
        inventory.files = filesOf({file("/etc/a\nb"),
                                   file("/etc/\xff\xfe"),
                                   file("/etc/\xed\x95\x9c"),
                                   folder("/etc"),
                                   {"/bin", FileType::Link, 0777, 1, 2, 0, {}, "usr/\xff"},
                                   {"/dev/x", FileType::CharDevice, 02640, 0, 5, 0, {}, {}}});
        inventory.users = {{QStringLiteral("shop"), 100, 101, QStringLiteral("/nonexistent"), QStringLiteral("/x")}};
        inventory.groups = {{QStringLiteral("adm"), 4, {QStringLiteral("a"), QStringLiteral("b")}}};
        inventory.ports = {22, 8080};
        const QByteArray text = renderInventory(inventory);
        QCOMPARE(parseInventory(text), std::optional(inventory));
        QCOMPARE(renderInventory(*parseInventory(text)), text);
    }

    void foreignTextIsNone()
    {
        QVERIFY(!parseInventory("{}"));
        QVERIFY(!parseInventory("not json"));
        QVERIFY(!parseInventory("{\"snowmeltInventory\": 2}"));
    }

    void readsWhatDpkgSays()
    {
        const auto packages =
            parsePackages("ii \tzlib1g:amd64\t1:1.2\tamd64\nrc \told\t1\tall\nii \tbash\t5.2\tamd64\n");
        QCOMPARE(packages.size(), 2);
        QCOMPARE(packages[0].name, QStringLiteral("bash"));
        QCOMPARE(packages[1].version, QStringLiteral("1:1.2"));
    }

    void readsAccounts()
    {
        const auto users = parsePasswd("root:x:0:0:root:/root:/bin/bash\nbroken\n");
        QCOMPARE(users, (QList<UserFact>{
                            {QStringLiteral("root"), 0, 0, QStringLiteral("/root"), QStringLiteral("/bin/bash")}}));
        const auto groups = parseGroups("adm:x:4:zoe,amy\nempty:x:5:\n");
        QCOMPARE(groups[0].members, (QStringList{QStringLiteral("amy"), QStringLiteral("zoe")}));
        QVERIFY(groups[1].members.isEmpty());
    }

    void layerAddsReplacesAndTakesAway()
    {
        const auto below =
            filesOf({folder("/a"), file("/a/gone"), file("/a/kept"), folder("/a/b"), file("/a/b/c"), file("/ab"),
                     folder("/opaque"), file("/opaque/x"), folder("/now-a-file"), file("/now-a-file/x")});
        const LayerContents layer{{file("/a/kept", "bb"), folder("/opaque"), file("/opaque/y"), file("/now-a-file")},
                                  {"/a/gone", "/a/b"},
                                  {"/opaque"}};
        QCOMPARE(withLayer(below, layer), filesOf({folder("/a"), file("/a/kept", "bb"), file("/ab"), folder("/opaque"),
                                                   file("/opaque/y"), file("/now-a-file")}));
    }
};

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
