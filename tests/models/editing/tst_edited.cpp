// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/edited.h"

#include <QTest>

using namespace snowmelt;

namespace {

const QString path = QStringLiteral("/fleets/shop.yaml");

const ImageRef shop2{QStringLiteral("shop"), QStringLiteral("1.1.0")};

/// What every text below begins with.
const QByteArray head = "snowmelt: 1\n"
                        "name: shop\n"
                        "platform: {kind: podman}\n"
                        "images:\n"
                        "  ha: {versions: {1: recipes/ha.yaml}}\n"
                        "  shop: {versions: {1.0.0: recipes/a.yaml, 1.1.0: recipes/b.yaml}}\n";

const QByteArray flow = "balancers:\n"
                        "  edge: {driver: haproxy, image: ha@1, listen: 8080, serves: [web]}   # 앞\n"
                        "groups:\n"
                        "  # the shop itself\n"
                        "  web: {image: shop@1.0.0, size: 3, port: 8080, uses: [orders]}\n"
                        "databases:\n"
                        "  orders: {engine: postgresql, image: ha@1}\n";

const QByteArray block = "balancers:\n"
                         "    edge:\n"
                         "        driver: haproxy\n"
                         "        image: ha@1\n"
                         "        listen: 8080\n"
                         "        serves:\n"
                         "            - web   # front\n"
                         "            - api\n"
                         "groups:\n"
                         "    web:\n"
                         "        image: \"shop@1.0.0\"   # pinned\n"
                         "        size: 3\n"
                         "        port: 8080\n"
                         "        # uses: [orders]\n"
                         "\n"
                         "    # inside only\n"
                         "    api:\n"
                         "        image: \"shop@1.0.0\"\n"
                         "        size: 2\n"
                         "        port: 8081\n"
                         "        uses: [orders]\n"
                         "\n"
                         "databases:\n"
                         "    orders:\n"
                         "        engine: postgresql\n"
                         "        image: 'ha@1'\n";

Group group(const char* name)
{
    return {QString::fromLatin1(name), shop2, 2, 8081, {}, {}, {}};
}

Balancer balancer(const char* name, const QStringList& serves)
{
    return {QString::fromLatin1(name),
            QStringLiteral("haproxy"),
            {QStringLiteral("ha"), QStringLiteral("1")},
            81,
            serves,
            {},
            {}};
}

Database database(const char* name)
{
    return {QString::fromLatin1(name),
            QStringLiteral("postgresql"),
            {QStringLiteral("ha"), QStringLiteral("1")},
            true,
            0,
            {},
            {}};
}

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// The lines of `text` that `other` does not have at the same place of their longest common way, marked.
QByteArrayList only(const QByteArrayList& text, const QByteArrayList& other, const char* mark)
{
    QList<QList<int>> common(text.size() + 1, QList<int>(other.size() + 1, 0));
    for (qsizetype i = text.size() - 1; i >= 0; --i)
        for (qsizetype j = other.size() - 1; j >= 0; --j)
            common[i][j] = text[i] == other[j] ? common[i + 1][j + 1] + 1 : qMax(common[i + 1][j], common[i][j + 1]);
    QByteArrayList lines;
    for (qsizetype i = 0, j = 0; i < text.size();) {
        if (j < other.size() && text[i] == other[j]) {
            ++i;
            ++j;
        } else if (j < other.size() && common[i][j + 1] >= common[i + 1][j]) {
            ++j;
        } else {
            lines += mark + text[i++];
        }
    }
    return lines;
}

/// "-" lines that went and "+" lines that came.
QByteArray diff(const QByteArray& before, const QByteArray& after)
{
    const QByteArrayList a = before.split('\n');
    const QByteArrayList b = after.split('\n');
    return (only(a, b, "-") + only(b, a, "+")).join('\n');
}

} // namespace

class TestEdited : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyTheseLines_data();
    void changesOnlyTheseLines();
    void emptyAndMissingSections_data();
    void emptyAndMissingSections();
    void keepsLineEndsMarkAndOpenEnd();
    void keepsCommentsAroundWhatGoes();
    void aJsonBlueprintStaysJson();
    void quotesWhatWouldNotBeRead();
    void refuses_data();
    void refuses();
    void saysWhatTheParserWouldSay();
    void aPartOfARuleAboutDriftStays();
};

void TestEdited::changesOnlyTheseLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char* name, const QByteArray& text, const Edit& edit, const QByteArray& lines) {
        QTest::newRow(name) << QByteArray(head + text) << edit << lines;
    };
    row("resize, flow", flow, Resize{q("web"), 5},
        "-  web: {image: shop@1.0.0, size: 3, port: 8080, uses: [orders]}\n"
        "+  web: {image: shop@1.0.0, size: 5, port: 8080, uses: [orders]}");
    row("resize, block", block, Resize{q("web"), 12}, "-        size: 3\n+        size: 12");
    row("image, quoted, comment behind", block, SetImage{q("web"), shop2},
        "-        image: \"shop@1.0.0\"   # pinned\n+        image: \"shop@1.1.0\"   # pinned");
    row("rename everywhere, flow", flow, Rename{q("web"), q("front")},
        "-  edge: {driver: haproxy, image: ha@1, listen: 8080, serves: [web]}   # 앞\n"
        "-  web: {image: shop@1.0.0, size: 3, port: 8080, uses: [orders]}\n"
        "+  edge: {driver: haproxy, image: ha@1, listen: 8080, serves: [front]}   # 앞\n"
        "+  front: {image: shop@1.0.0, size: 3, port: 8080, uses: [orders]}");
    row("rename everywhere, block", block, Rename{q("orders"), q("ledger")},
        "-        uses: [orders]\n-    orders:\n+        uses: [ledger]\n+    ledger:");
    row("rename in rules about drift",
        flow + "drift:\n  ignore:\n    - {section: files, match: /a, reason: r, groups: [web]}\n",
        Rename{q("web"), q("front")},
        "-  edge: {driver: haproxy, image: ha@1, listen: 8080, serves: [web]}   # 앞\n"
        "-  web: {image: shop@1.0.0, size: 3, port: 8080, uses: [orders]}\n"
        "-    - {section: files, match: /a, reason: r, groups: [web]}\n"
        "+  edge: {driver: haproxy, image: ha@1, listen: 8080, serves: [front]}   # 앞\n"
        "+  front: {image: shop@1.0.0, size: 3, port: 8080, uses: [orders]}\n"
        "+    - {section: files, match: /a, reason: r, groups: [front]}");
    row("delete, flow", flow, Delete{q("orders")},
        "-  web: {image: shop@1.0.0, size: 3, port: 8080, uses: [orders]}\n"
        "-  orders: {engine: postgresql, image: ha@1}\n"
        "+  web: {image: shop@1.0.0, size: 3, port: 8080}");
    row("delete a group, and what it is served by keeps its list", flow, Delete{q("web")},
        "-  edge: {driver: haproxy, image: ha@1, listen: 8080, serves: [web]}   # 앞\n"
        "-  web: {image: shop@1.0.0, size: 3, port: 8080, uses: [orders]}\n"
        "+  edge: {driver: haproxy, image: ha@1, listen: 8080, serves: []}   # 앞");
    row("delete, block: comments inside go", block, Delete{q("web")},
        "-            - web   # front\n"
        "-    web:\n"
        "-        image: \"shop@1.0.0\"   # pinned\n"
        "-        size: 3\n"
        "-        port: 8080\n"
        "-        # uses: [orders]");
    row("add, flow", flow, AddGroup{group("api")}, "+  api: {image: shop@1.1.0, size: 2, port: 8081}");
    row("add, block, set apart", block, AddGroup{group("jobs")},
        "+    jobs:\n"
        "+        image: \"shop@1.1.0\"\n"
        "+        size: 2\n"
        "+        port: 8081\n"
        "+");
    row("add a balancer", flow, AddBalancer{balancer("inner", {q("web")})},
        "+  inner: {driver: haproxy, image: ha@1, listen: 81, serves: [web]}");
    row("add a database", block, AddDatabase{database("copy")},
        "+    copy:\n+        engine: postgresql\n+        image: 'ha@1'");
    row("add a cache: its section comes behind groups", flow, AddCache{{q("sessions"), q("redis"), shop2, 6379, {}}},
        "+caches:\n+  sessions: {engine: redis, image: shop@1.1.0, port: 6379}");
    row("connect: a list in brackets", flow + "  copy: {engine: postgresql, image: ha@1}\n",
        Connect{Tie::Follows, q("copy"), q("orders")},
        "-  copy: {engine: postgresql, image: ha@1}\n"
        "+  copy: {engine: postgresql, image: ha@1, replica-of: orders}");
    row("connect: a new key in a block, below its comments", block, Connect{Tie::Uses, q("web"), q("orders")},
        "+        uses: [orders]");
    row("disconnect one of a block list", block, Disconnect{Tie::Serves, q("edge"), q("web")},
        "-            - web   # front");
    row("disconnect the last use", block, Disconnect{Tie::Uses, q("api"), q("orders")}, "-        uses: [orders]");
}

void TestEdited::changesOnlyTheseLines()
{
    QFETCH(QByteArray, text);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, lines);
    const Edited outcome = edited(text, path, edit);
    QVERIFY2(outcome.ok(), qPrintable(QString::number(int(outcome.refusal.value_or(EditRefusal()).why))));
    QCOMPARE(diff(text, outcome.text), lines);
    QCOMPARE(spliced(text, outcome.splices), outcome.text);
    QCOMPARE(spliced(outcome.text, inverse(outcome.splices)), text);
}

void TestEdited::emptyAndMissingSections_data()
{
    QTest::addColumn<QByteArray>("sections");
    QTest::addColumn<QByteArray>("after");
    const QByteArray made = "{image: shop@1.1.0, size: 2, port: 8081}";
    QTest::newRow("nothing") << QByteArray("groups:\n") << QByteArray("groups:\n  api: " + made + "\n");
    QTest::newRow("nothing but a comment")
        << QByteArray("groups:   # later\n  # web: …\ndatabases:\n")
        << QByteArray("groups:   # later\n  # web: …\n  api: " + made + "\ndatabases:\n");
    QTest::newRow("~") << QByteArray("groups: ~   # none\n") << QByteArray("groups:    # none\n  api: " + made + "\n");
    QTest::newRow("braces") << QByteArray("groups: {}\n") << QByteArray("groups: {api: " + made + "}\n");
    QTest::newRow("missing") << QByteArray() << QByteArray("groups:\n  api: " + made + "\n");
    QTest::newRow("missing, prices behind")
        << QByteArray("\n# what it costs\nprices: {currency: €, node-hour: 1}\n")
        << QByteArray("\ngroups:\n  api: " + made + "\n\n# what it costs\nprices: {currency: €, node-hour: 1}\n");
    QTest::newRow("missing, written in another order")
        << QByteArray("databases:\n  orders: {engine: postgresql, image: ha@1}\nbalancers:   # none yet\n")
        << QByteArray("databases:\n  orders: {engine: postgresql, image: ha@1}\nbalancers:   # none yet\ngroups:\n"
                      "  api: " +
                      made + "\n");
}

void TestEdited::emptyAndMissingSections()
{
    QFETCH(QByteArray, sections);
    QFETCH(QByteArray, after);
    const Edited outcome = edited(head + sections, path, AddGroup{group("api")});
    QVERIFY(outcome.ok());
    QCOMPARE(outcome.text, QByteArray(head + after));
    const Edited back = edited(outcome.text, path, Delete{q("api")});
    QVERIFY(back.ok());
    QVERIFY(back.blueprint.groups.isEmpty());
}

void TestEdited::keepsLineEndsMarkAndOpenEnd()
{
    QByteArray windows = "\xEF\xBB\xBF" + head + block;
    windows.replace("\n", "\r\n").chop(2);
    for (const Edit& edit :
         {Edit(AddGroup{group("jobs")}), Edit(AddDatabase{database("copy")}), Edit(Rename{q("orders"), q("ledger")}),
          Edit(Delete{q("orders")}), Edit(Connect{Tie::Uses, q("web"), q("orders")})}) {
        const Edited outcome = edited(windows, path, edit);
        QVERIFY(outcome.ok());
        QVERIFY(outcome.text.startsWith("\xEF\xBB\xBF"));
        QCOMPARE(outcome.text.count('\n'), outcome.text.count("\r\n"));
        QVERIFY(!outcome.text.endsWith('\n'));
        QByteArray plain = outcome.text;
        plain.remove(0, 3).replace("\r\n", "\n");
        const Edited same = edited(head + block.chopped(1), path, edit);
        QCOMPARE(plain, same.text);
    }
}

void TestEdited::keepsCommentsAroundWhatGoes()
{
    const QByteArray lists = head + "balancers: {\n"
                                    "  edge: {driver: haproxy, image: ha@1, listen: 8080, serves: [   # both\n"
                                    "    web,   # front\n"
                                    "    api    # back\n"
                                    "  ]}\n"
                                    "}\n"
                                    "groups: {   # two\n"
                                    "  web: {image: shop@1.0.0, size: 3, port: 8080},   # first\n"
                                    "  # between\n"
                                    "  api: {image: shop@1.0.0, size: 3, port: 8080}    # second\n"
                                    "}   # end\n";
    QCOMPARE(diff(lists, edited(lists, path, Delete{q("web")}).text),
             QByteArray("-    web,   # front\n-  web: {image: shop@1.0.0, size: 3, port: 8080},   # first"));
    QCOMPARE(diff(lists, edited(lists, path, Delete{q("api")}).text),
             QByteArray("-    web,   # front\n-    api    # back\n"
                        "-  web: {image: shop@1.0.0, size: 3, port: 8080},   # first\n"
                        "-  api: {image: shop@1.0.0, size: 3, port: 8080}    # second\n"
                        "+    web   # front\n+  web: {image: shop@1.0.0, size: 3, port: 8080}   # first"));
    QCOMPARE(diff(lists, edited(lists, path, AddGroup{group("jobs")}).text),
             QByteArray("-  api: {image: shop@1.0.0, size: 3, port: 8080}    # second\n"
                        "+  api: {image: shop@1.0.0, size: 3, port: 8080},    # second\n"
                        "+  jobs: {image: shop@1.1.0, size: 2, port: 8081}"));
}

void TestEdited::aJsonBlueprintStaysJson()
{
    const QByteArray json = R"({"snowmelt": 1, "name": "shop", "platform": {"kind": "podman"},
 "images": {"shop": {"versions": {"1.1.0": "recipes/b.yaml"}}},
 "groups": {"web": {"image": "shop@1.1.0", "size": 3, "port": 8080}}
})";
    const Edited grown = edited(json, path, AddGroup{group("api")});
    QVERIFY(grown.ok());
    QVERIFY(grown.text.contains(R"(, "api": {"image": "shop@1.1.0", "size": 2, "port": 8081}})"));
    const Edited served =
        edited(grown.text, path, AddBalancer{{q("edge"), q("haproxy"), shop2, 80, {q("api")}, {}, {}}});
    QVERIFY(served.ok());
    QVERIFY(served.text.contains(
        R"("balancers": {"edge": {"driver": "haproxy", "image": "shop@1.1.0", "listen": 80, "serves": ["api"]}})"));
    const Edited gone = edited(served.text, path, Delete{q("api")});
    QVERIFY(gone.ok());
    QVERIFY(gone.text.contains(R"("serves": [])"));
}

void TestEdited::quotesWhatWouldNotBeRead()
{
    // "null" and "~" are no text in YAML, and "no" is none in YAML 1.1, which other tools read.
    const QByteArray text = head + flow;
    const Edited null = edited(text, path, Rename{q("web"), q("null")});
    QVERIFY(null.ok());
    QVERIFY(null.text.contains("  \"null\": {image"));
    QVERIFY(null.text.contains("serves: [\"null\"]"));
    const Edited no = edited(text, path, Rename{q("web"), q("no")});
    QVERIFY(no.ok());
    QVERIFY(no.text.contains("  \"no\": {image"));
    const Edited back = edited(null.text, path, Rename{q("null"), q("web")});
    QVERIFY(back.ok());
    QVERIFY(back.text.contains("  \"web\": {image"));
}

void TestEdited::refuses_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<int>("why");
    using Why = EditRefusal::Why;
    const auto row = [](const char* name, const Edit& edit, Why why) { QTest::newRow(name) << edit << int(why); };
    row("no such group", Resize{q("nobody"), 3}, Why::NoSuchPart);
    row("a database has no size", Resize{q("orders"), 3}, Why::NoSuchPart);
    row("no such part", Delete{q("nobody")}, Why::NoSuchPart);
    row("no such part to connect", Connect{Tie::Uses, q("web"), q("nobody")}, Why::NoSuchPart);
    row("a database serves nothing", Connect{Tie::Serves, q("orders"), q("web")}, Why::NotPossible);
    row("itself", Connect{Tie::Pairs, q("edge"), q("edge")}, Why::NotPossible);
    row("so already", Connect{Tie::Uses, q("web"), q("orders")}, Why::NothingToDo);
    row("not so", Disconnect{Tie::Serves, q("edge"), q("api")}, Why::NoSuchPart);
    row("the same size", Resize{q("web"), 3}, Why::NothingToDo);
    row("the same name", Rename{q("web"), q("web")}, Why::NothingToDo);
    row("a name that is taken", Rename{q("web"), q("orders")}, Why::Invalid);
    row("a name of nodes", Rename{q("orders"), q("web-1")}, Why::Invalid);
    row("no name", Rename{q("web"), q("Web: {# \"x\"}\n  y")}, Why::Invalid);
    row("an empty name", Rename{q("web"), q("")}, Why::Invalid);
    row("no nodes", Resize{q("web"), 0}, Why::Invalid);
    row("too many nodes", Resize{q("web"), 101}, Why::Invalid);
    row("no such image", SetImage{q("web"), {q("shop"), q("9")}}, Why::Invalid);
    row("a part that is there", AddGroup{group("web")}, Why::Invalid);
}

void TestEdited::refuses()
{
    QFETCH(Edit, edit);
    QFETCH(int, why);
    const Edited outcome = edited(head + flow, path, edit);
    QVERIFY(!outcome.ok());
    QCOMPARE(int(outcome.refusal->why), why);
    QCOMPARE(outcome.refusal->why == EditRefusal::Why::Invalid, !outcome.refusal->problems.isEmpty());
    QVERIFY(outcome.text.isEmpty());
}

void TestEdited::saysWhatTheParserWouldSay()
{
    const Edited outcome = edited(head + flow, path, Resize{q("web"), 101});
    QCOMPARE(outcome.refusal->problems.size(), 1);
    QCOMPARE(outcome.refusal->problems.first().code, ProblemCode::OutOfRange);
    QCOMPARE(outcome.refusal->problems.first().args, (QStringList{q("size"), q("101"), q("1"), q("100")}));
    const Edited broken = edited("groups: [", path, Resize{q("web"), 2});
    QCOMPARE(broken.refusal->why, EditRefusal::Why::Broken);
}

/// Without the part the rule would be for all, or gone: neither is what a person asked for.
void TestEdited::aPartOfARuleAboutDriftStays()
{
    const QByteArray text = head + flow + "drift: {ignore: [{section: files, match: /a, reason: r, groups: [web]}]}\n";
    const Edited outcome = edited(text, path, Delete{q("web")});
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.refusal->why, EditRefusal::Why::Invalid);
    QCOMPARE(outcome.refusal->problems.first().code, ProblemCode::UnknownReference);
    QVERIFY(edited(text, path, Delete{q("orders")}).ok());
}

QTEST_GUILESS_MAIN(TestEdited)
#include "tst_edited.moc"
