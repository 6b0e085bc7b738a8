// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/activity/log_text.h"

#include "models/wording/building_wording.h"
#include "models/wording/lock_wording.h"
#include "models/wording/wording.h"
#include "tests/models/document/sample_events.h"
#include "tests/models/items/store_sample.h"

#include <QTest>

using namespace snowmelt;

/// What the log of an operation shows besides what programs said.
class TestLogText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void linesHaveTheirSource();
    void aTierSaysWhyItIsBuilt();
    void aTierSaysWhatCameOut();
    void aTrialSaysHowLongItTook();
    void aProofNamesWhatDiffers();
    void manyMembersAreCounted();
    void aCheckNamesWhatIsDamaged();
    void aRemovalNamesWhatWent();
};

namespace {

ImageRecord record()
{
    ImageRecord record;
    record.ref = sample::image("shop", "1.1.0");
    record.digest = Digest::ofBytes("x");
    record.size = 191'000'000;
    record.buildMs = 4'200;
    return record;
}

ImageProved proof(int members)
{
    ImageProved proved{record(), {}};
    for (int i = 0; i < members; ++i)
        proved.differences.append(
            {ImagePart::File, ImageChange::Added, "/f\x1b" + QByteArray::number(i), {}, u"file 0644"_qs});
    return proved;
}

} // namespace

void TestLogText::linesHaveTheirSource()
{
    QCOMPARE(logText(LogLine{u"apt"_qs, u"Unpacking rsyslog"_qs}), u"apt: Unpacking rsyslog"_qs);
    QCOMPARE(logText(LogLine{{}, u"plain"_qs}), u"plain"_qs);
}

void TestLogText::aTierSaysWhyItIsBuilt()
{
    ImageDue due{record().ref, {{Due::RecipeChanged, {}}}};
    const QString why = u"▸ shop 1.1.0 will be built anew: its recipe changed · "_qs;
    QCOMPARE(logText(due), QString(why + expectationText(due)));
    due.expectedMs = 4'200;
    due.expectedFrom = 3;
    QVERIFY2(logText(due).startsWith(QString(why + u"about 4.2 s, as 3 earlier build"_qs)), qPrintable(logText(due)));
    QCOMPARE(logText(ImageDue{record().ref, {}}), QString()); // what comes of it says the same
}

void TestLogText::aTierSaysWhatCameOut()
{
    const QString facts = QStringList{sizeText(191'000'000), record().digest.shortHex()}.join(u" · "_qs);
    QCOMPARE(logText(ImageBuilt{record()}), QString(u"✓ shop 1.1.0 was built in 4.2 s · "_qs + facts));
    QCOMPARE(logText(ImageBuilt{record(), true}), QString(u"✓ shop 1.1.0 is built already · "_qs + facts));
    const ImageBuilt other{record(), false, Digest::ofBytes("locked")};
    QCOMPARE(logText(other),
             QString(u"≠ shop 1.1.0 was built in 4.2 s · "_qs + facts + u" · "_qs + promiseText(other)));
}

void TestLogText::aTrialSaysHowLongItTook()
{
    ImageTried tried{record(), {}};
    tried.image.serveMs = 1'250;
    QCOMPARE(logText(tried), QString(u"✓ shop 1.1.0 served after "_qs + durationText(1'250)));
}

void TestLogText::aProofNamesWhatDiffers()
{
    QVERIFY(logText(proof(0)).startsWith(u"= shop 1.1.0 came out as the same bytes twice"_qs));
    const QStringList lines = logText(proof(2)).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(u"≠ shop 1.1.0 came out otherwise the second time: 2 file"_qs));
    QCOMPARE(lines[1], u"    /f\\x1b0: not there → file 0644"_qs);
}

void TestLogText::manyMembersAreCounted()
{
    const QStringList lines = logText(proof(103)).split(u'\n');
    QCOMPARE(lines.size(), 102);
    QVERIFY2(lines.last().contains(u"and 3 more"_qs), qPrintable(lines.last()));
}

void TestLogText::aCheckNamesWhatIsDamaged()
{
    const StoreCheck check = sample::damagedStore();
    const QStringList lines = logText(StoreVerified{check}).split(u'\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[1], QString(u"    "_qs + check.damage[0].blob + u" · damaged · foundation/web 1 · shop 1.1.0"_qs));
}

void TestLogText::aRemovalNamesWhatWent()
{
    Pruning pruning = sample::pruning();
    const QString looked = logText(ImagesPruned{pruning});
    QVERIFY2(looked.startsWith(u"2 build"_qs) && !looked.contains(u'\n'), qPrintable(looked));
    pruning.removed = true;
    const QStringList lines = logText(ImagesPruned{pruning}).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QString(u"− shop 1.0.0 "_qs + pruning.gone[0].digest.shortHex()));
}

QTEST_GUILESS_MAIN(TestLogText)
#include "tst_log_text.moc"
