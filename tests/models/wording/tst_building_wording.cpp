// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/building_wording.h"
#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

#include <QTest>

using namespace snowmelt;

/// What came of building, and of caring for what was built.
class TestBuildingWording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void built();
    void proved();
    void tried();
    void membersAreShownAndNotObeyed();
    void proofs();
    void pruning();
    void whoWasNotAsked();
};

namespace {

/// Which texts have plural forms is decided when they are translated: what stands before them is compared.
void saysOf(const QString& said, const QString& begin, const QString& part)
{
    QVERIFY2(said.startsWith(begin) && said.contains(part), qPrintable(said));
}

} // namespace

void TestBuildingWording::built()
{
    ImageBuilt built;
    built.image.buildMs = 4'200;
    QCOMPARE(builtText(built), u"was built in 4.2 s"_qs);
    built.reused = true;
    QCOMPARE(builtText(built), u"is built already"_qs);
    QCOMPARE(promiseText(built), QString());
    built.locked = Digest::ofBytes("x");
    QVERIFY(promiseText(built).startsWith(QString(u"not the image "_qs + built.locked.shortHex())));
}

void TestBuildingWording::proved()
{
    ImageProved proved;
    QCOMPARE(provedText(proved), u"came out as the same bytes twice"_qs);
    proved.differences = {ImageDifference(), ImageDifference()};
    saysOf(provedText(proved), u"came out otherwise the second time: 2 file"_qs, u"differ"_qs);
}

void TestBuildingWording::tried()
{
    ImageTried tried;
    tried.image.serveMs = 1'250;
    QCOMPARE(triedText(tried), u"served after "_qs + durationText(1'250));
    tried.tests = {{u"curl"_qs, 5}, {u"ps"_qs, 7}};
    saysOf(triedText(tried), u"served after "_qs, u", 2 test"_qs);
}

void TestBuildingWording::membersAreShownAndNotObeyed()
{
    ImageDifference member;
    member.key = "/etc/motd";
    member.is = u"13 B\x1b[0m"_qs;
    QCOMPARE(memberText(member), u"not there → 13 B\\x1b[0m"_qs);
}

void TestBuildingWording::proofs()
{
    saysOf(proofText(3, 0), u"3 image"_qs, u"the same bytes twice"_qs);
    saysOf(proofText(3, 1), u"1 of 3 image"_qs, u"otherwise the second time"_qs);
}

void TestBuildingWording::pruning()
{
    Pruning pruning;
    QCOMPARE(pruningText(pruning), u"Nothing would go."_qs);
    QCOMPARE(removedText(pruning), u"Nothing was removed."_qs);
    pruning.blobs = 3; // what a crash left
    pruning.bytes = 2'000'000;
    saysOf(pruningText(pruning), u"No build would go, but 3 file"_qs, sizeText(2'000'000));
    saysOf(removedText(pruning), u"3 file"_qs, sizeText(2'000'000));
    pruning.gone = {ImageRecord(), ImageRecord()};
    saysOf(pruningText(pruning), u"2 build"_qs, sizeText(2'000'000));
    saysOf(removedText(pruning), u"2 build"_qs, sizeText(2'000'000));
}

void TestBuildingWording::whoWasNotAsked()
{
    Pruning pruning;
    pruning.kept = {{ImageRecord(), KeepReason::Newest, {}}};
    QCOMPARE(notAskedText(pruning), QString());
    pruning.kept +=
        {{ImageRecord(), KeepReason::NotAsked, {u"podman"_qs}}, {ImageRecord(), KeepReason::NotAsked, {u"podman"_qs}}};
    saysOf(notAskedText(pruning), u"Not everybody could be asked (podman)"_qs, u"stays"_qs);
}

QTEST_GUILESS_MAIN(TestBuildingWording)
#include "tst_building_wording.moc"
