// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "models/domain/image/compare_images.h"

#include <QTest>

using namespace snowmelt;

class TestCompareImages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameHasNoDifference();
    void packages();
    void filesSayWhatChanged_data();
    void filesSayWhatChanged();
    void filesThatCameAndWent();
    void aFileWithoutHashIsNotTheSame();
    void ownersAreNames();
    void filesOfPackages();
    void changesByHandAreNobodys();
    void usersGroupsAndPorts();
    void servicesAreTheirCommands();
    void servicesOfOneName();
    void aServiceThatBecameALinkIsAFile();
    void recipesLineByLine();
    void secretsOfRecipesAreWithheld();
    void aMissingRecipeIsNotTheSame();
    void textsThatAreNeeded();
    void unknownRecipesAreNotTheSame();
};

namespace {

FileFact fileFact(const QByteArray& path, const QByteArray& sha = "aa", qint64 size = 12, int mode = 0644)
{
    FileFact fact;
    fact.path = path;
    fact.type = FileType::File;
    fact.mode = mode;
    fact.size = size;
    fact.sha256 = sha;
    return fact;
}

void put(ImageContents& image, const FileFact& fact)
{
    image.inventory.files.insert(fact.path, fact);
}

void putService(ImageContents& image, const QByteArray& file, const QByteArray& command)
{
    const QByteArray path = "/etc/snowmelt/services/" + file;
    const QByteArray text = "#!/bin/sh\nexec " + command + '\n';
    put(image, fileFact(path, command, text.size(), 0755));
    image.texts.insert(path, text);
}

void putPackage(ImageContents& image, const QString& name, const QString& version, const QByteArray& list = {},
                const QByteArray& conffiles = {})
{
    image.inventory.packages.append({name, version, u"amd64"_qs});
    const QByteArray base = "/var/lib/dpkg/info/" + name.toUtf8();
    const QMap<QByteArray, QByteArray> lists{{base + ".list", list}, {base + ".conffiles", conffiles}};
    for (const auto& [path, text] : lists.asKeyValueRange()) {
        put(image, fileFact(path));
        image.texts.insert(path, text);
    }
}

ImageContents image()
{
    ImageContents image;
    image.recipe = "";
    image.inventory.users = {{u"root"_qs, 0, 0, u"/root"_qs, u"/bin/bash"_qs}};
    image.inventory.groups = {{u"root"_qs, 0, {}}};
    return image;
}

/// "package newer libssl3: 1 → 2 (version)", "… [of libssl3]"
QString told(const ImageDifference& one)
{
    QString text = codeName(one.part) + u' ' + codeName(one.change) + u' ' + QString::fromUtf8(one.key) + u": " +
                   one.was + u" → " + one.is;
    if (!one.fields.isEmpty())
        text += u" (" + one.fields.join(u' ') + u')';
    if (!one.package.isEmpty())
        text += u" [of " + one.package + u']';
    return text;
}

QStringList told(const ImageContents& from, const ImageContents& to)
{
    QStringList lines;
    for (const ImageDifference& one : compareImages(from, to).differences)
        lines.append(told(one));
    return lines;
}

} // namespace

void TestCompareImages::theSameHasNoDifference()
{
    ImageContents one = image();
    putPackage(one, u"bash"_qs, u"5.2"_qs);
    putService(one, "40-shop", "/opt/shop");
    const ImageDiff diff = compareImages(one, one);
    QVERIFY(diff.differences.isEmpty());
    QVERIFY(diff.recipeKnownFrom && diff.recipeKnownTo);
}

void TestCompareImages::packages()
{
    ImageContents from = image();
    ImageContents to = image();
    from.inventory.packages = {{u"a"_qs, u"1.9"_qs, u"amd64"_qs},  {u"b"_qs, u"2:1"_qs, u"amd64"_qs},
                               {u"c"_qs, u"1.0"_qs, u"amd64"_qs},  {u"d"_qs, u"1"_qs, u"amd64"_qs},
                               {u"same"_qs, u"1"_qs, u"amd64"_qs}, {u"gone"_qs, u"1"_qs, u"amd64"_qs}};
    to.inventory.packages = {{u"a"_qs, u"1.10"_qs, u"amd64"_qs},  {u"b"_qs, u"3"_qs, u"amd64"_qs},
                             {u"c"_qs, u"1.0-0"_qs, u"amd64"_qs}, {u"d"_qs, u"1"_qs, u"all"_qs},
                             {u"same"_qs, u"1"_qs, u"amd64"_qs},  {u"new"_qs, u"7"_qs, u"amd64"_qs}};
    QCOMPARE(told(from, to),
             (QStringList{u"package newer a: 1.9 → 1.10 (version)"_qs, u"package older b: 2:1 → 3 (version)"_qs,
                          u"package changed c: 1.0 → 1.0-0 (version)"_qs,
                          u"package changed d: 1 amd64 → 1 all (architecture)"_qs, u"package removed gone: 1 → "_qs,
                          u"package added new:  → 7"_qs}));
}

void TestCompareImages::filesSayWhatChanged_data()
{
    QTest::addColumn<FileFact>("is");
    QTest::addColumn<QString>("line");
    FileFact is = fileFact("/a");
    is.mode = 04755;
    QTest::newRow("mode") << is << u"0644 root root 12 B → 4755 root root 12 B (mode)"_qs;
    is = fileFact("/a");
    is.uid = is.gid = 33;
    QTest::newRow("owner") << is << u"0644 root root 12 B → 0644 33 33 12 B (owner group)"_qs;
    is = fileFact("/a", "bb", 13);
    QTest::newRow("size") << is << u"0644 root root 12 B → 0644 root root 13 B (size content)"_qs;
    is = fileFact("/a", "bb");
    QTest::newRow("content") << is << u"0644 root root 12 B → 0644 root root 12 B (content)"_qs;
    is = fileFact("/a");
    is.type = FileType::Link;
    is.target = "b\x1b";
    QTest::newRow("type") << is << u"0644 root root 12 B → → b\\x1b (type)"_qs;
    is.type = FileType::Directory;
    QTest::newRow("folder") << is << u"0644 root root 12 B → directory 0644 root root (type)"_qs;
}

void TestCompareImages::filesSayWhatChanged()
{
    QFETCH(FileFact, is);
    QFETCH(QString, line);
    ImageContents from = image();
    ImageContents to = image();
    put(from, fileFact("/a"));
    put(to, is);
    QCOMPARE(told(from, to), QStringList{QString(u"file changed /a: "_qs + line)});
}

void TestCompareImages::filesThatCameAndWent()
{
    ImageContents from = image();
    ImageContents to = image();
    FileFact link;
    link.path = "/b";
    link.type = FileType::Link;
    link.target = "x";
    put(from, link);
    put(to, fileFact("/c"));
    link.target = "y";
    link.path = "/d";
    put(from, link);
    link.target = "z";
    put(to, link);
    QCOMPARE(told(from, to), (QStringList{u"file removed /b: → x → "_qs, u"file added /c:  → 0644 root root 12 B"_qs,
                                          u"file changed /d: → y → → z (target)"_qs}));
}

void TestCompareImages::aFileWithoutHashIsNotTheSame()
{
    ImageContents one = image();
    put(one, fileFact("/a", ""));
    QCOMPARE(told(one, one).size(), 1);
}

void TestCompareImages::ownersAreNames()
{
    ImageContents from = image();
    ImageContents to = image();
    FileFact mine = fileFact("/a");
    mine.uid = 1000;
    put(from, mine);
    put(to, mine);
    from.inventory.users.append({u"shop"_qs, 1000, 0, {}, {}});
    to.inventory.users.append({u"other"_qs, 1000, 0, {}, {}});
    QVERIFY(told(from, to).contains(u"file changed /a: 0644 shop root 12 B → 0644 other root 12 B (owner)"_qs));
}

void TestCompareImages::filesOfPackages()
{
    ImageContents from = image();
    ImageContents to = image();
    FileFact top;
    top.path = "/lib";
    top.type = FileType::Link;
    top.target = "usr/lib";
    for (ImageContents* one : {&from, &to})
        put(*one, top);
    putPackage(from, u"ssl:amd64"_qs, u"1"_qs, "/.\n/lib\n/lib/ssl.so\n/usr/share/old\n");
    putPackage(to, u"ssl:amd64"_qs, u"2"_qs, "/.\n/lib\n/lib/ssl.so\n/usr/share/new\n");
    put(from, fileFact("/usr/lib/ssl.so", "11"));
    put(to, fileFact("/usr/lib/ssl.so", "22"));
    put(from, fileFact("/usr/share/old"));
    put(to, fileFact("/usr/share/new"));
    put(from, fileFact("/var/lib/dpkg/info/ssl:amd64.md5sums", "1"));
    put(to, fileFact("/var/lib/dpkg/info/ssl:amd64.md5sums", "2"));
    put(to, fileFact("/var/lib/dpkg/info/zlib.md5sums"));
    QStringList lines = told(from, to);
    QCOMPARE(lines.takeFirst(), u"package newer ssl:amd64: 1 → 2 (version)"_qs);
    QCOMPARE(lines.filter(u"[of ssl:amd64]"_qs).size(), 4);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.contains(u"file added /var/lib/dpkg/info/zlib.md5sums:  → 0644 root root 12 B"_qs));
}

void TestCompareImages::changesByHandAreNobodys()
{
    ImageContents from = image();
    ImageContents to = image();
    putPackage(from, u"p"_qs, u"1"_qs, "/etc\n/etc/p.conf\n/usr/bin/p\n", "/etc/p.conf\n");
    putPackage(to, u"p"_qs, u"2"_qs, "/etc\n/etc/p.conf\n/usr/bin/p\n", "/etc/p.conf\n");
    put(from, fileFact("/etc/p.conf", "1"));
    put(to, fileFact("/etc/p.conf", "2"));
    put(from, fileFact("/usr/bin/p", "1"));
    put(to, fileFact("/usr/bin/p", "2", 12, 06755));
    FileFact folder;
    folder.path = "/etc";
    folder.type = FileType::Directory;
    put(from, folder);
    folder.mode = 0777;
    put(to, folder);
    QVERIFY(told(from, to).filter(u"[of"_qs).isEmpty());
    QCOMPARE(told(from, to).filter(u"file changed"_qs).size(), 3);
}

void TestCompareImages::usersGroupsAndPorts()
{
    ImageContents from = image();
    ImageContents to = image();
    from.inventory.users.append({u"shop"_qs, 100, 100, u"/home/shop"_qs, u"/bin/sh"_qs});
    to.inventory.users.append({u"shop"_qs, 101, 100, u"/srv"_qs, u"/bin/sh"_qs});
    to.inventory.groups[0].members = QStringList{u"a"_qs, u"b"_qs};
    to.inventory.groups.append({u"shop"_qs, 100, {}});
    from.inventory.ports = {80, 443};
    to.inventory.ports = {443, 8080};
    QCOMPARE(told(from, to),
             (QStringList{u"user changed shop: 100 100 /home/shop /bin/sh → 101 100 /srv /bin/sh (uid home)"_qs,
                          u"group changed root: 0 → 0 a,b (members)"_qs, u"group added shop:  → 100"_qs,
                          u"port removed 80:  → "_qs, u"port added 8080:  → "_qs}));
}

void TestCompareImages::servicesAreTheirCommands()
{
    ImageContents from = image();
    ImageContents to = image();
    putService(from, "10-sshd", "sshd -D");
    putService(to, "10-sshd", "sshd -D");
    putService(from, "70-shop", "/opt/shop --old");
    putService(to, "71-shop", "/opt/shop --new");
    putService(from, "72-gone", "/bin/gone");
    putService(to, "70-new", "/bin/new --password hunter2");
    to.inventory.files["/etc/snowmelt/services/10-sshd"].mode = 0700;
    QStringList lines = told(from, to);
    QVERIFY2(!lines.join(u'\n').contains(u"hunter2"_qs), qPrintable(lines.join(u'\n')));
    QVERIFY(lines.takeAt(1).startsWith(u"service added new:  → /bin/new"_qs));
    QCOMPARE(lines,
             (QStringList{
                 u"service removed gone: /bin/gone → "_qs,
                 u"service changed shop: /opt/shop --old (70-shop) → /opt/shop --new (71-shop) (command order)"_qs,
                 u"service changed sshd: sshd -D (0755 root root 23 B) → sshd -D (0700 root root 23 B) (mode)"_qs}));
}

void TestCompareImages::servicesOfOneName()
{
    ImageContents from = image();
    ImageContents to = image();
    putService(from, "40-agent", "one");
    putService(from, "70-agent", "two");
    putService(to, "40-agent", "one");
    putService(to, "70-agent", "three");
    QCOMPARE(told(from, to), QStringList{u"service changed 70-agent: two → three (command)"_qs});
}

void TestCompareImages::aServiceThatBecameALinkIsAFile()
{
    ImageContents from = image();
    ImageContents to = image();
    putService(from, "70-shop", "x");
    FileFact link;
    link.path = "/etc/snowmelt/services/70-shop";
    link.type = FileType::Link;
    link.target = "/opt/y";
    put(to, link);
    QCOMPARE(told(from, to),
             QStringList{u"file changed /etc/snowmelt/services/70-shop: 0755 root root 17 B → → /opt/y (type)"_qs});
}

void TestCompareImages::recipesLineByLine()
{
    ImageContents from = image();
    ImageContents to = image();
    from.recipe = "tier: os\nports: [80]\nsuite: bookworm\n";
    to.recipe = "tier: os\nports: [80, 443]\nsuite: bookworm\nlast: 1\n";
    QCOMPARE(told(from, to),
             (QStringList{u"recipe removed 2: ports: [80] → "_qs, u"recipe added 2:  → ports: [80, 443]"_qs,
                          u"recipe added 4:  → last: 1"_qs}));
}

void TestCompareImages::secretsOfRecipesAreWithheld()
{
    ImageContents from = image();
    ImageContents to = image();
    from.recipe = "  password: hunter2\n";
    to.recipe = "  password: correcthorse\n";
    const QString lines = told(from, to).join(u'\n');
    QCOMPARE(told(from, to).size(), 2);
    QVERIFY2(!lines.contains(u"hunter2"_qs) && !lines.contains(u"correcthorse"_qs), qPrintable(lines));
}

void TestCompareImages::aMissingRecipeIsNotTheSame()
{
    ImageContents from = image();
    ImageContents to = image();
    from.recipe.reset();
    to.recipe = "tier: os\n";
    const ImageDiff diff = compareImages(from, to);
    QVERIFY(!diff.recipeKnownFrom && diff.recipeKnownTo);
    QVERIFY(diff.differences.isEmpty());
}

void TestCompareImages::textsThatAreNeeded()
{
    ImageContents from = image();
    ImageContents to = image();
    putPackage(from, u"same"_qs, u"1"_qs);
    putPackage(to, u"same"_qs, u"1"_qs);
    putPackage(from, u"p"_qs, u"1"_qs);
    putPackage(to, u"p"_qs, u"2"_qs);
    from.inventory.files.remove("/var/lib/dpkg/info/p.conffiles");
    putService(from, "10-sshd", "sshd");
    put(from, fileFact("/etc/snowmelt/serviceship"));
    QCOMPARE(textsWanted(from.inventory, to.inventory),
             (QList<QByteArray>{"/etc/snowmelt/services/10-sshd", "/var/lib/dpkg/info/p.list"}));
}

void TestCompareImages::unknownRecipesAreNotTheSame()
{
    ImageDiff diff = compareImages(image(), image());
    QCOMPARE(outcomeOf(diff), OutcomeKind::Done);
    diff.recipeKnownTo = false;
    QCOMPARE(outcomeOf(diff), OutcomeKind::Done); // one and the same image: none has a digest
    diff.to.digest = Digest::ofBytes("another");
    QCOMPARE(outcomeOf(diff), OutcomeKind::Incomplete);
    diff.differences = {ImageDifference()};
    QCOMPARE(outcomeOf(diff), OutcomeKind::Differences);
}

QTEST_GUILESS_MAIN(TestCompareImages)
#include "tst_compare_images.moc"
