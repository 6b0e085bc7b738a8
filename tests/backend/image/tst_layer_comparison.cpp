// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_comparison.h"

#include <QTest>

using namespace snowmelt;

namespace {

LayerMember member(const char* path)
{
    LayerMember made;
    made.path = path;
    made.type = FileType::File;
    made.mode = 0644;
    made.size = 12;
    made.changedAt = 1672531200;
    made.sha256 = QByteArray(64, 'a');
    return made;
}

LayerMember with(LayerMember made, const std::function<void(LayerMember&)>& change)
{
    change(made);
    return made;
}

QStringList texts(const QList<ImageDifference>& differences)
{
    QStringList lines;
    for (const ImageDifference& d : differences) {
        const char* sign = d.change == ImageChange::Added ? "+" : d.change == ImageChange::Removed ? "-" : "~";
        lines.append(QStringLiteral("%1%2: %3 | %4").arg(QLatin1String(sign), QString::fromUtf8(d.key), d.was, d.is));
    }
    return lines;
}

} // namespace

class TestLayerComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameIsNothing()
    {
        const QList<LayerMember> members{member("/a"), member("/b")};
        QCOMPARE(compareMembers(members, members), QList<ImageDifference>{});
        QCOMPARE(compareMembers({}, {}), QList<ImageDifference>{});
    }

    void namesWhatDiffers_data()
    {
        QTest::addColumn<LayerMember>("is");
        QTest::addColumn<QString>("text");
        const LayerMember plain = member("/a");
        const auto row = [&](const char* name, const char* text, const std::function<void(LayerMember&)>& change) {
            QTest::newRow(name) << with(plain, change) << QString::fromUtf8(text);
        };
        row("mode", "~/a: 0644 | 4755", [](LayerMember& m) { m.mode = 04755; });
        row("owner", "~/a: 0:0 | 7:0", [](LayerMember& m) { m.uid = 7; });
        row("group", "~/a: 0:0 | 0:8", [](LayerMember& m) { m.gid = 8; });
        row("size", "~/a: 12 B | 13 B", [](LayerMember& m) { m.size = 13; });
        row("content", "~/a: sha256:aaaaaaaaaaaa | sha256:bbbbbbbbbbbb",
            [](LayerMember& m) { m.sha256 = QByteArray(64, 'b'); });
        row("time", "~/a: 2023-01-01T00:00:00Z | 2023-01-01T00:00:01Z", [](LayerMember& m) { ++m.changedAt; });
        row("attributes", "~/a:  | security.capability=01",
            [](LayerMember& m) { m.attributes = "security.capability=01"; });
        row("type", "~/a: file 12 B sha256:aaaaaaaaaaaa | directory", [](LayerMember& m) {
            m.type = FileType::Directory;
            m.size = 0;
            m.sha256.clear();
        });
        row("link", "~/a: file 12 B sha256:aaaaaaaaaaaa | link → /b", [](LayerMember& m) {
            m.type = FileType::Link;
            m.target = "/b";
        });
        row("hard link", "~/a: 12 B sha256:aaaaaaaaaaaa | = /b", [](LayerMember& m) { m.sameAs = "/b"; });
    }

    void namesWhatDiffers()
    {
        QFETCH(LayerMember, is);
        QTEST(texts(compareMembers({member("/a")}, {is})).join(u'\n'), "text");
    }

    void deviceNumbers()
    {
        const auto device = [](const char* number) {
            return with(member("/dev/x"), [&](LayerMember& m) {
                m.type = FileType::CharDevice;
                m.device = number;
            });
        };
        QCOMPARE(texts(compareMembers({device("1:3")}, {device("1:5")})),
                 QStringList{QStringLiteral("~/dev/x: 1:3 | 1:5")});
    }

    // Twelve digits are shown; two sums may begin alike.
    void contentsThatBeginAlikeDiffer()
    {
        const LayerMember other = with(member("/a"), [](LayerMember& m) { m.sha256[63] = 'b'; });
        const auto differences = compareMembers({member("/a")}, {other});
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences.first().key, QByteArray("/a"));
        QVERIFY(differences.first().was != differences.first().is);
    }

    void addedAndRemovedByPath()
    {
        QCOMPARE(texts(compareMembers({member("/a"), member("/c")}, {member("/b"), member("/c")})),
                 (QStringList{QStringLiteral("-/a: file 0644 0:0 12 B sha256:aaaaaaaaaaaa 2023-01-01T00:00:00Z | "),
                              QStringLiteral("+/b:  | file 0644 0:0 12 B sha256:aaaaaaaaaaaa 2023-01-01T00:00:00Z")}));
    }

    void otherOrderIsToldOnce()
    {
        QCOMPARE(texts(compareMembers({member("/a"), member("/b"), member("/c")},
                                      {member("/a"), member("/c"), member("/b")})),
                 QStringList{QStringLiteral("~/b: 2. /b | 2. /c")});
        // What one of them lacks moves nothing else.
        QCOMPARE(compareMembers({member("/a"), member("/b")}, {member("/b")}).size(), 1);
    }

    void memberThatIsThereTwice()
    {
        QCOMPARE(texts(compareMembers({member("/a"), member("/a")}, {member("/a")})),
                 QStringList{QStringLiteral("~/a: 2. /a | ")});
    }
};

QTEST_GUILESS_MAIN(TestLayerComparison)
#include "tst_layer_comparison.moc"
