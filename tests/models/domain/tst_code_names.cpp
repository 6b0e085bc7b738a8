// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "models/domain/intent.h"

#include <QSet>
#include <QTest>

using namespace snowmelt;

class TestCodeNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeComesBack();
    void spellingsThatScriptsRely();
    void exitStatuses();
    void verbsAndSubjects();

private:
    template <typename E>
    void roundTrip();
};

template <typename E>
void TestCodeNames::roundTrip()
{
    QSet<QString> seen;
    for (const E code : allCodes<E>()) {
        const QString name = codeName(code);
        QVERIFY2(!name.isEmpty() && name[0].isLower(), qPrintable(name));
        QVERIFY2(!seen.contains(name), qPrintable(name));
        seen.insert(name);
        QCOMPARE(codeFromName<E>(name), code);
    }
    QVERIFY(!seen.isEmpty());
    QVERIFY(!codeFromName<E>(u"nobodyCallsItSo"_qs));
    QVERIFY(!codeFromName<E>(QString()));
}

void TestCodeNames::everyCodeComesBack()
{
    roundTrip<ErrorCode>();
    roundTrip<OutcomeKind>();
    roundTrip<Safety>();
    roundTrip<Phase>();
    roundTrip<Health>();
    roundTrip<Role>();
    roundTrip<Lifecycle>();
    roundTrip<Side>();
    roundTrip<StepKind>();
    roundTrip<Strategy>();
    roundTrip<Verdict>();
    roundTrip<DriftSection>();
    roundTrip<DriftSeverity>();
    roundTrip<DifferenceKind>();
    roundTrip<Tier>();
    roundTrip<FileType>();
    roundTrip<ImagePart>();
    roundTrip<ImageChange>();
    roundTrip<RecipeTrailKind>();
    roundTrip<Due>();
    roundTrip<StoreFault>();
    roundTrip<KeepReason>();
    roundTrip<PaperKind>();
    roundTrip<ImageFormat>();
}

void TestCodeNames::spellingsThatScriptsRely()
{
    QCOMPARE(codeName(ErrorCode::HostKeyChanged), u"hostKeyChanged"_qs);
    QCOMPARE(codeName(ErrorCode::Unexpected), u"unexpected"_qs);
    QCOMPARE(codeName(ErrorCode::StoreNewer), u"storeNewer"_qs);
    QCOMPARE(codeName(Safety::BlueServesGreenKept), u"blueServesGreenKept"_qs);
    QCOMPARE(codeName(StepKind::DestroyBlue), u"destroyBlue"_qs);
    QCOMPARE(codeName(Strategy::BlueGreen), u"blueGreen"_qs);
    QCOMPARE(outcomeName(OutcomeKind::Differences), u"differences"_qs);
}

void TestCodeNames::exitStatuses()
{
    QCOMPARE(exitCode(OutcomeKind::Done), 0);
    QCOMPARE(exitCode(OutcomeKind::Failed), 1);
    QCOMPARE(exitCode(OutcomeKind::Differences), 2);
    QCOMPARE(exitCode(OutcomeKind::Incomplete), 3);
    QCOMPARE(exitCode(OutcomeKind::Refused), 75);
    QCOMPARE(exitCode(OutcomeKind::Cancelled), 130);
}

void TestCodeNames::verbsAndSubjects()
{
    const ImageRef shop{u"shop"_qs, u"1.1.0"_qs};
    const QList<std::tuple<Intent, QString, QString>> expected = {
        {UpIntent{}, u"up"_qs, QString()},
        {DownIntent{true}, u"down"_qs, QString()},
        {StatusIntent{}, u"status"_qs, QString()},
        {WatchIntent{}, u"watch"_qs, QString()},
        {ScanIntent{}, u"scan"_qs, QString()},
        {ScanIntent{{u"web-1"_qs, u"web-2"_qs}}, u"scan"_qs, u"web-1, web-2"_qs},
        {DiffIntent{u"web"_qs}, u"diff"_qs, u"web"_qs},
        {DiffIntent{{}, {u"web-1"_qs, u"web-2"_qs}}, u"diff"_qs, u"web-1, web-2"_qs},
        {DriftHistoryIntent{{}, u"web"_qs}, u"drift-history"_qs, u"web"_qs},
        {ImagesIntent{}, u"images"_qs, QString()},
        {BuildIntent{shop, false}, u"build"_qs, u"shop@1.1.0"_qs},
        {PlanIntent{u"web"_qs, shop, 0}, u"plan"_qs, u"web → shop@1.1.0"_qs},
        {SwapIntent{u"web"_qs, shop, 0}, u"swap"_qs, u"web → shop@1.1.0"_qs},
        {ControlIntent{u"web"_qs}, u"rollback"_qs, u"web"_qs},
        {ControlIntent{u"web"_qs, Command::Pause}, u"pause"_qs, u"web"_qs},
        {ControlIntent{u"web"_qs, Command::Continue}, u"continue"_qs, u"web"_qs},
        {ControlIntent{u"web"_qs, Command::Abort}, u"abort"_qs, u"web"_qs},
        {ControlIntent{u"web"_qs, Command::ExtendDrain, 60}, u"extend-drain"_qs, u"web"_qs},
        {ResumeIntent{u"web"_qs, Way::Adopt}, u"resume"_qs, u"web"_qs},
        {OrphansIntent{{u"web-4"_qs}}, u"orphans"_qs, u"web-4"_qs},
        {ReportIntent{}, u"report"_qs, QString()},
        {ReplayIntent{u"op"_qs}, u"replay"_qs, QString()},
        {RebirthIntent{u"web-2"_qs}, u"rebirth"_qs, u"web-2"_qs},
        {HistoryIntent{}, u"history"_qs, QString()},
        {UpdateLockIntent{shop}, u"update"_qs, u"shop@1.1.0"_qs},
        {ImageDiffIntent{u"shop@1.0.0"_qs, u"shop@1.1.0"_qs}, u"image-diff"_qs, u"shop@1.0.0 → shop@1.1.0"_qs},
        {VerifyImagesIntent{}, u"verify-images"_qs, QString()},
        {PruneImagesIntent{}, u"prune-images"_qs, QString()},
        {PruneImagesIntent{true, 3}, u"prune-images"_qs, u"3"_qs},
        {ExportImageIntent{shop, ImageFormat::OciArchive, {}}, u"export-image"_qs, u"shop@1.1.0"_qs},
        {ImportImageIntent{u"/tmp/shop.tar"_qs}, u"import-image"_qs, u"/tmp/shop.tar"_qs},
        {PaperIntent{shop}, u"papers"_qs, u"shop@1.1.0"_qs},
        {SignImageIntent{shop, {}}, u"sign-image"_qs, u"shop@1.1.0"_qs},
    };
    QSet<std::size_t> covered;
    for (const auto& [intent, verb, subject] : expected) {
        QCOMPARE(verbOf(intent), verb);
        QCOMPARE(subjectOf(intent), subject);
        covered.insert(intent.index());
    }
    QCOMPARE(covered.size(), static_cast<qsizetype>(std::variant_size_v<Intent>));
}

QTEST_APPLESS_MAIN(TestCodeNames)
#include "tst_code_names.moc"
