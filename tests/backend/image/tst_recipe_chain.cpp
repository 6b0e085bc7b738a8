// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_builder.h"
#include "backend/image/recipe_chain.h"
#include "backend/image/staging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const QByteArray osText = "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\n";
const QByteArray shopText = "snowmelt-recipe: 1\ntier: immutable\nparent: os@1\n"
                            "files:\n  - {path: /opt/a, source: ../app/a}\n  - {path: /opt/b, content: b}\n";

ImageRef ref(const char* text)
{
    return *ImageRef::parse(QString::fromLatin1(text));
}

} // namespace

class TestRecipeChain : public QObject
{
    Q_OBJECT

private:
    void put(const char* name, const QByteArray& content)
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    Blueprint blueprint() const
    {
        Blueprint result;
        result.path = m_folder->filePath(QStringLiteral("b/shop.yaml"));
        result.images = {{ref("os@1"), QStringLiteral("recipes/os.yaml")},
                         {ref("shop@1"), QStringLiteral("recipes/shop.yaml")}};
        return result;
    }

    QString shopKey(const QByteArray& builder = "builder", const Digest& parent = Digest::ofBytes("parent")) const
    {
        const auto chain = loadChain(blueprint(), ref("shop@1"));
        return chain ? buildKey(chain->last(), parent, builder) : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QDir(m_folder->path()).mkpath(QStringLiteral("b/recipes"));
        QDir(m_folder->path()).mkpath(QStringLiteral("b/app"));
        put("b/recipes/os.yaml", osText);
        put("b/recipes/shop.yaml", shopText);
        put("b/app/a", "text of a");
    }

    void readsFromTheBottomUp()
    {
        const auto chain = loadChain(blueprint(), ref("shop@1"));
        QVERIFY(chain.ok());
        QCOMPARE(chain->size(), 2);
        QCOMPARE(chain->first().ref, ref("os@1"));
        QCOMPARE(chain->last().contents, (QList<QByteArray>{"text of a", "b"}));
    }

    void keyFollowsEverythingItIsBuiltFrom()
    {
        const QString key = shopKey();
        QVERIFY(!key.isEmpty());
        QCOMPARE(shopKey(), key);
        QVERIFY(shopKey("other builder") != key);
        QVERIFY(shopKey("builder", Digest::ofBytes("other parent")) != key);
        put("b/app/a", "other text");
        QVERIFY(shopKey() != key);
        put("b/app/a", "text of a");
        QCOMPARE(shopKey(), key);
        put("b/recipes/shop.yaml", shopText + "commands: [true]\n");
        QVERIFY(shopKey() != key);
    }

    void keyFollowsTemplatesAndPacker()
    {
        put("b/app/t", "port=${PORT}\n");
        put("b/recipes/shop.yaml", shopText + "templates: [{path: /t, source: ../app/t}]\n");
        const auto chain = loadChain(blueprint(), ref("shop@1"));
        QVERIFY(chain.ok());
        QCOMPARE(chain->last().templates, QList<QByteArray>{"port=${PORT}\n"});
        const QString key = shopKey();
        put("b/app/t", "port = ${PORT}\n");
        QVERIFY(shopKey() != key);
        put("b/recipes/shop.yaml",
            "snowmelt-recipe: 1\ntier: immutable\npacker: {template: ../app/t, artifact: root.tar}\n");
        const auto packed = loadChain(blueprint(), ref("shop@1"));
        QVERIFY(packed.ok());
        QCOMPARE(packed->size(), 1);
        const auto folder = packed->last().packerFolder;
        QVERIFY(folder.contains(PackerFile{QStringLiteral("t"), PackerFile::Kind::File, "port = ${PORT}\n"}));
        const QString packedKey = shopKey();
        put("b/app/t", "{}");
        const QString otherKey = shopKey();
        QVERIFY(otherKey != packedKey);
        put("b/app/beside", "read by the template, maybe");
        QVERIFY(shopKey() != otherKey);
        QFile::remove(m_folder->filePath(QStringLiteral("b/app/beside")));
    }

    void labelsSayTheSchemaThatHolds()
    {
        put("b/recipes/shop.yaml", shopText + "labels: {team: web}\nschema: {from: 3, to: 5}\n");
        const auto own = loadChain(blueprint(), ref("shop@1"));
        QVERIFY(own.ok());
        QCOMPARE(labelsOf(own->last()),
                 (QMap<QString, QString>{{QStringLiteral("team"), QStringLiteral("web")},
                                         {QStringLiteral("snowmelt.schema"), QStringLiteral("3-5")}}));
        QVERIFY(labelsOf(own->first()).isEmpty());
        put("b/recipes/os.yaml", "snowmelt-recipe: 1\ntier: foundation\nschema: {from: 1, to: 2}\n"
                                 "packer: {template: ../app/a, artifact: a}\n");
        put("b/recipes/shop.yaml", shopText);
        const auto parents = loadChain(blueprint(), ref("shop@1"));
        QVERIFY(parents.ok());
        QCOMPARE(labelsOf(parents->last()).value(QStringLiteral("snowmelt.schema")), QStringLiteral("1-2"));
    }

    void unknownImage() { QCOMPARE(loadChain(blueprint(), ref("shop@2")).error().code, ErrorCode::ImageUnknown); }

    void refusesBadRecipes_data()
    {
        QTest::addColumn<QByteArray>("os");
        QTest::addColumn<QByteArray>("shop");
        QTest::newRow("unknown parent") << osText << QByteArray("snowmelt-recipe: 1\ntier: immutable\nparent: no@1\n");
        QTest::newRow("circle") << QByteArray("snowmelt-recipe: 1\ntier: immutable\nparent: shop@1\n")
                                << QByteArray("snowmelt-recipe: 1\ntier: immutable\nparent: os@1\n");
        QTest::newRow("its own parent") << osText
                                        << QByteArray("snowmelt-recipe: 1\ntier: immutable\nparent: shop@1\n");
        QTest::newRow("rests on a higher tier") << QByteArray("snowmelt-recipe: 1\ntier: immutable\nparent: shop@1\n")
                                                << QByteArray("snowmelt-recipe: 1\ntier: foundation\nparent: os@1\n");
        QTest::newRow("file outside") << osText << QByteArray(shopText).replace("../app/a", "../../secret");
        QTest::newRow("link outside") << osText << QByteArray(shopText).replace("../app/a", "../app/link");
        QTest::newRow("syntax") << osText << QByteArray("tier: [");
    }

    void refusesBadRecipes()
    {
        QFETCH(QByteArray, os);
        QFETCH(QByteArray, shop);
        put("secret", "secret");
        QFile::link(m_folder->filePath(QStringLiteral("secret")), m_folder->filePath(QStringLiteral("b/app/link")));
        put("b/recipes/os.yaml", os);
        put("b/recipes/shop.yaml", shop);
        const auto chain = loadChain(blueprint(), ref("shop@1"));
        QVERIFY(chain.failed());
        QCOMPARE(chain.error().code, ErrorCode::RecipeInvalid);
        QVERIFY(chain.error().args[0].endsWith(QStringLiteral(".yaml")));
    }

    void missingFileIsNamed()
    {
        QFile::remove(m_folder->filePath(QStringLiteral("b/app/a")));
        const auto chain = loadChain(blueprint(), ref("shop@1"));
        QCOMPARE(chain.error().code, ErrorCode::RecipeInvalid);
        const QStringList place{QStringLiteral("5"),        QStringLiteral("28"),
                                QStringLiteral("badValue"), QStringLiteral("source"),
                                QStringLiteral("../app/a"), QStringLiteral("a file that is there")};
        QCOMPARE(chain.error().args.mid(1), place);
        QCOMPARE(chain.error().detail, QString()); // the sentence has all of it
    }

    void missingRecipeIsNamed()
    {
        QFile::remove(m_folder->filePath(QStringLiteral("b/recipes/os.yaml")));
        const auto chain = loadChain(blueprint(), ref("shop@1"));
        QCOMPARE(chain.error().code, ErrorCode::FileUnreadable);
        QVERIFY(chain.error().args[0].endsWith(QStringLiteral("recipes/os.yaml")));
    }

    void tenGigabytesAreRefusedUnread()
    {
        constexpr qint64 bytes = qint64(10) * 1024 * 1024 * 1024;
        const QString path = m_folder->filePath(QStringLiteral("b/app/a"));
        QVERIFY(QFile::resize(path, bytes));
        const auto chain = loadChain(blueprint(), ref("shop@1"));
        QCOMPARE(chain.error().code, ErrorCode::FileTooLarge);
        QCOMPARE(chain.error().args, (QStringList{QFileInfo(path).canonicalFilePath(), QString::number(bytes),
                                                  QString::number(64 * 1024 * 1024 - 1)}));
    }

    void keysOfSourcesAreLoadedAndCount()
    {
        const QByteArray key = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n";
        put("b/app/k", key);
        put("b/recipes/os.yaml", osText + "sources:\n- {uri: \"http://a/\", suite: ./, key: ../app/k}\n"
                                          "- {uri: \"http://b/\", suite: b, components: [main, more]}\n");
        const auto chain = loadChain(blueprint(), ref("os@1"));
        QVERIFY(chain.ok());
        QCOMPARE(chain->first().keys, (QList<QByteArray>{key, {}}));
        put("b/app/k", key + "other");
        const auto other = loadChain(blueprint(), ref("os@1"));
        QVERIFY(other.ok());
        QVERIFY(buildKey(other->first(), {}, "b") != buildKey(chain->first(), {}, "b"));
    }

    void sourcesAreStagedAsAptReadsThem()
    {
        const QByteArray key = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n";
        put("b/app/k", key);
        put("b/recipes/os.yaml", osText + "sources:\n- {uri: \"http://a/\", suite: ./, key: ../app/k}\n"
                                          "- {uri: \"http://b/\", suite: b, components: [main, more]}\n");
        const auto chain = loadChain(blueprint(), ref("os@1"));
        QVERIFY(chain.ok());
        const QString work = m_folder->filePath(QStringLiteral("work"));
        QVERIFY(stage(chain->first(), {QStringLiteral("layer0")}, work).ok());
        const auto staged = [&work](const char* name) {
            QFile file(work + QStringLiteral("/in/sources/") + QLatin1String(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
        };
        QCOMPARE(staged("snowmelt-1-000.asc"), key);
        QCOMPARE(staged("snowmelt-1-000.sources"), QByteArray("Types: deb\nURIs: http://a/\nSuites: ./\nSigned-By: "
                                                              "/etc/apt/keyrings/snowmelt-1-000.asc\n"));
        QCOMPARE(staged("snowmelt-1-001.sources"),
                 QByteArray("Types: deb\nURIs: http://b/\nSuites: b\nComponents: main more\n"));
    }

    void surveyTellsTheUnbuilt()
    {
        const auto records = ImageBuilder(m_folder->filePath(QStringLiteral("home"))).survey(blueprint());
        QVERIFY(records.ok());
        QCOMPARE(records->size(), 2);
        QVERIFY((*records)[1].digest.isNull());
        QVERIFY(!(*records)[1].stale);
        QCOMPARE((*records)[1].parent, ref("os@1"));
        QCOMPARE((*records)[1].tier, Tier::Immutable);
    }

    void servicesStartFromTheBottomUp()
    {
        QVERIFY(serviceFile(Tier::Os, 9, QStringLiteral("z")) < serviceFile(Tier::Foundation, 0, QStringLiteral("a")));
        QVERIFY(serviceFile(Tier::Foundation, 9, QStringLiteral("z")) <
                serviceFile(Tier::Immutable, 0, QStringLiteral("a")));
    }

    void builderIsInTheProgram() { QVERIFY(builderScript().startsWith("#!/bin/sh")); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRecipeChain)
#include "tst_recipe_chain.moc"
