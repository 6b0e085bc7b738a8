// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/build_inputs.h"
#include "backend/image/build_look.h"
#include "backend/image/durable_file.h"
#include "backend/image/staging.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const ImageRef shop = *ImageRef::parse(QStringLiteral("shop@1"));
const ImageRef web = *ImageRef::parse(QStringLiteral("web@1"));

LockedDeb deb(const char* name, const QByteArray& bytes)
{
    LockedDeb result;
    result.name = QLatin1String(name);
    result.version = QStringLiteral("1");
    result.architecture = QStringLiteral("all");
    result.size = 1;
    result.sha256 = Digest::ofBytes(bytes);
    return result;
}

LoadedRecipe recipe()
{
    LoadedRecipe loaded{shop, {}, "text", {"a", "inline"}};
    loaded.recipe.parent = web;
    loaded.recipe.files.resize(2);
    loaded.recipe.files[0].source = QStringLiteral("../app/a");
    loaded.lock = Lock{};
    loaded.lock->debs = {deb("one", "1"), deb("two", "2"), deb("three", "3")};
    return loaded;
}

BuildInputs inputs(const LoadedRecipe& loaded, const char* parent = "parent", const char* builder = "builder")
{
    return inputsOf(loaded, Digest::ofBytes(parent), builder);
}

QList<DueReason> since(const BuildInputs& was, const BuildInputs& is)
{
    return reasonsBetween(was, is, web);
}

/// As the index has it; its manifest is missing.
StoredImage storedImage(const ImageRef& ref, const LoadedRecipe& loaded, const Digest& parent)
{
    StoredImage stored;
    stored.record.ref = ref;
    stored.record.digest = Digest::ofBytes(ref.text().toUtf8());
    stored.record.tier = Tier::Immutable;
    stored.record.buildMs = 4000;
    stored.manifest.mediaType = oci::manifestType;
    stored.manifest.digest = Digest::ofBytes("manifest");
    stored.newest = true;
    stored.key = buildKey(loaded, parent, builderScript());
    stored.inputs = renderInputs(inputsOf(loaded, parent, builderScript()));
    return stored;
}

} // namespace

class TestBuildInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadAsTheyWereWritten()
    {
        QVERIFY(parseInputs(renderInputs(inputs(recipe()))) == inputs(recipe()));
        QVERIFY(!parseInputs(QString()));
        QVERIFY(!parseInputs(QStringLiteral("{}")));
        QVERIFY(!parseInputs(QStringLiteral("[1")));
    }

    void nameWhatChanged()
    {
        const BuildInputs was = inputs(recipe());
        LoadedRecipe other = recipe();
        other.text = "other";
        QVERIFY(since(was, inputs(other)) == (QList<DueReason>{{Due::RecipeChanged, {}}}));
        other = recipe();
        other.contents[0] = "b";
        QVERIFY(since(was, inputs(other)) == (QList<DueReason>{{Due::FileChanged, {QStringLiteral("../app/a")}}}));
        other = recipe();
        other.recipe.templates.append(RecipeFile{QStringLiteral("/t"), QStringLiteral("../app/t"), {}});
        other.templates.append("c");
        other.recipe.packer = RecipePacker{QStringLiteral("../app/p"), {}, {}, {}};
        other.packerFolder = {{QStringLiteral("p"), PackerFile::Kind::File, "d"}};
        const BuildInputs before = inputs(other);
        other.templates[0] = "e";
        other.packerFolder[0].content = "f";
        QVERIFY(since(before, inputs(other)) == (QList<DueReason>{{Due::FileChanged, {QStringLiteral("../app/p")}},
                                                                  {Due::FileChanged, {QStringLiteral("../app/t")}}}));
        const BuildInputs full = inputs(other);
        other.packerFolder.append({QStringLiteral("sub/q"), PackerFile::Kind::File, "d"});
        const QList<DueReason> another{{Due::FileChanged, {QStringLiteral("../app/sub/q")}}};
        QVERIFY(since(full, inputs(other)) == another);
        QVERIFY(since(inputs(other), full) == another);
        QVERIFY(since(was, inputs(recipe(), "another")) ==
                (QList<DueReason>{{Due::ParentChanged, {QStringLiteral("web@1")}}}));
        QVERIFY(since(was, inputs(recipe(), "another", "newer")) ==
                (QList<DueReason>{{Due::BuilderChanged, {}}, {Due::ParentChanged, {QStringLiteral("web@1")}}}));
    }

    void countPackagesOfTheLock_data()
    {
        QTest::addColumn<QList<int>>("debs"); // what each is of
        QTest::addColumn<QString>("count");
        QTest::newRow("one moved") << QList<int>{1, 2, 9} << QStringLiteral("1");
        QTest::newRow("one went") << QList<int>{1, 2} << QStringLiteral("1");
        QTest::newRow("two came") << QList<int>{1, 2, 3, 4, 5} << QStringLiteral("2");
        QTest::newRow("one moved, one came") << QList<int>{1, 2, 8, 9} << QStringLiteral("2");
    }

    void countPackagesOfTheLock()
    {
        QFETCH(QList<int>, debs);
        LoadedRecipe other = recipe();
        other.lock->debs.clear();
        for (const int bytes : debs)
            other.lock->debs.append(deb("p", QByteArray::number(bytes)));
        const QList<DueReason> reasons = since(inputs(recipe()), inputs(other));
        QCOMPARE(reasons.size(), 1);
        QCOMPARE(reasons.first().due, Due::LockChanged);
        QTEST(reasons.first().args.value(0), "count");
    }

    void aLockThatCameOrWent()
    {
        LoadedRecipe unlocked = recipe();
        unlocked.lock.reset();
        QVERIFY(since(inputs(unlocked), inputs(recipe())) ==
                (QList<DueReason>{{Due::LockChanged, {QStringLiteral("3")}}}));
        LoadedRecipe other = recipe();
        other.lock->packages = {QStringLiteral("one")};
        QVERIFY(since(inputs(recipe()), inputs(other)) ==
                (QList<DueReason>{{Due::LockChanged, {QStringLiteral("0")}}}));
    }

    void nothingIsClaimedOfABuildNobodyWroteDown()
    {
        const QList<DueReason> reasons = reasonsBetween(std::nullopt, inputs(recipe()), web);
        QVERIFY(reasons == (QList<DueReason>{{Due::BuilderChanged, {}}}));
    }

    void theStoreKeepsThem()
    {
        QTemporaryDir folder;
        const Digest parent = Digest::ofBytes("parent");
        const auto look = [&](const LoadedRecipe& loaded) { return *lookForBuild(folder.path(), loaded, parent); };
        QVERIFY(look(recipe()).reasons == (QList<DueReason>{{Due::NeverBuilt, {}}}));
        StoredImage stored = storedImage(shop, recipe(), parent);
        QCOMPARE(look(recipe()).key, stored.key);
        QVERIFY(writeDurably(folder.filePath(QStringLiteral("index.json")), renderIndex({stored})).ok());
        QVERIFY(look(recipe()).reasons == (QList<DueReason>{{Due::Damaged, {}}})); // its manifest is not there
        LoadedRecipe other = recipe();
        other.text = "other";
        QVERIFY(look(other).reasons == (QList<DueReason>{{Due::RecipeChanged, {}}}));
        stored.inputs.clear();
        QVERIFY(writeDurably(folder.filePath(QStringLiteral("index.json")), renderIndex({stored})).ok());
        QVERIFY(look(other).reasons == (QList<DueReason>{{Due::BuilderChanged, {}}}));
    }

    void theWholeChainIsForeseen()
    {
        QTemporaryDir folder;
        const LoadedRecipe below{web, {}, "os", {}};
        const StoredImage parent = storedImage(web, below, {});
        const StoredImage child = storedImage(shop, recipe(), parent.record.digest);
        const auto foreseen = [&](const LoadedRecipe& top, bool fromScratch) {
            return *foreseenBuild(folder.path(), {below, top}, fromScratch);
        };
        QVERIFY(foreseen(recipe(), false) ==
                (QList<ImageDue>{{web, {{Due::NeverBuilt, {}}}, 0, 0}, {shop, {{Due::NeverBuilt, {}}}, 0, 0}}));
        QVERIFY(writeDurably(folder.filePath(QStringLiteral("index.json")), renderIndex({parent, child})).ok());
        LoadedRecipe other = recipe();
        other.text = "other";
        QVERIFY(foreseen(other, false) ==
                (QList<ImageDue>{{web, {{Due::Damaged, {}}}, 4000, 1},
                                 {shop, {{Due::ParentDue, {web.text()}}, {Due::RecipeChanged, {}}}, 4000, 1}}));
        QVERIFY(foreseen(other, true) ==
                (QList<ImageDue>{{web, {{Due::Asked, {}}, {Due::Damaged, {}}}, 4000, 1},
                                 {shop, {{Due::Asked, {}}, {Due::RecipeChanged, {}}}, 4000, 1}}));
    }
};

QTEST_GUILESS_MAIN(TestBuildInputs)
#include "tst_build_inputs.moc"
