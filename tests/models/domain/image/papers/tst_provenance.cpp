// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/papers/provenance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace snowmelt;

namespace {

Provenance shop()
{
    Provenance made;
    made.image.ref = *ImageRef::parse(u"shop@1.1.0"_qs);
    made.image.digest = Digest::ofBytes("shop");
    made.image.parent = *ImageRef::parse(u"foundation/web@1"_qs);
    made.parent = Digest::ofBytes("foundation");
    made.startedAt = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC);
    made.finishedAt = made.startedAt.addSecs(65);
    made.person = u"mina@laptop"_qs;
    made.snowmelt = u"0.1.0"_qs;
    made.builder = Digest::ofBytes("script");
    made.origin = {RecipeOrigin::Known::Yes, u"c0ffee"_qs, u"https://git.example.org/shop.git"_qs, u"recipes/"_qs,
                   true};
    made.inputs = {{u"recipe"_qs, Digest::ofBytes("text")},
                   {u"package:curl"_qs, Digest::ofBytes("deb"), u"http://deb.example.org/curl.deb"_qs}};
    return made;
}

QJsonObject parsed(const Provenance& provenance)
{
    return QJsonDocument::fromJson(renderProvenance(provenance)).object();
}

QJsonObject dependency(const QJsonObject& statement, const QString& name)
{
    const QJsonValue all = statement[u"predicate"][u"buildDefinition"][u"resolvedDependencies"];
    for (const auto& one : all.toArray())
        if (one[u"name"] == name)
            return one.toObject();
    return {};
}

} // namespace

class TestProvenance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheHostThatBuiltIt()
    {
        Provenance made = shop();
        const QJsonObject here = parsed(made);
        QCOMPARE(here[u"predicate"][u"runDetails"][u"builder"][u"id"].toString(), u"urn:snowmelt:builder:laptop"_qs);
        QVERIFY(here[u"predicate"][u"buildDefinition"][u"internalParameters"][u"builtOver"].isUndefined());
        made.host = u"root@forge.example.org:2222"_qs;
        const QJsonObject there = parsed(made);
        QCOMPARE(there[u"predicate"][u"runDetails"][u"builder"][u"id"].toString(),
                 u"urn:snowmelt:builder:forge.example.org%3A2222"_qs);
        const QJsonValue parameters = there[u"predicate"][u"buildDefinition"][u"internalParameters"];
        QCOMPARE(parameters[u"builtOver"].toString(), u"ssh"_qs);
        QCOMPARE(parameters[u"person"].toString(), u"mina@laptop"_qs);
    }

    /// Field by field as slsa.dev/spec/v1.0/provenance and in-toto's Statement v1 have them.
    void hasTheShapeOfSlsa()
    {
        const QJsonObject statement = parsed(shop());
        QCOMPARE(statement.keys(), (QStringList{u"_type"_qs, u"predicate"_qs, u"predicateType"_qs, u"subject"_qs}));
        QCOMPARE(statement[u"_type"].toString(), u"https://in-toto.io/Statement/v1"_qs);
        QCOMPARE(statement[u"predicateType"].toString(), u"https://slsa.dev/provenance/v1"_qs);
        const QJsonValue subject = statement[u"subject"].toArray().first();
        QCOMPARE(subject[u"name"].toString(), u"shop@1.1.0"_qs);
        QCOMPARE(subject[u"digest"][u"sha256"].toString(), Digest::ofBytes("shop").hex());
        const QJsonValue predicate = statement[u"predicate"];
        QCOMPARE(predicate.toObject().keys(), (QStringList{u"buildDefinition"_qs, u"runDetails"_qs}));
        QCOMPARE(predicate[u"buildDefinition"].toObject().keys(),
                 (QStringList{u"buildType"_qs, u"externalParameters"_qs, u"internalParameters"_qs,
                              u"resolvedDependencies"_qs}));
        QCOMPARE(predicate[u"runDetails"].toObject().keys(), (QStringList{u"builder"_qs, u"metadata"_qs}));
        const QJsonValue metadata = predicate[u"runDetails"][u"metadata"];
        QCOMPARE(metadata[u"startedOn"].toString(), u"2026-03-04T05:06:07Z"_qs);
        QCOMPARE(metadata[u"finishedOn"].toString(), u"2026-03-04T05:07:12Z"_qs);
    }

    void namesWhoWhereAndFromWhat()
    {
        const QJsonObject statement = parsed(shop());
        const QJsonValue definition = statement[u"predicate"][u"buildDefinition"];
        QCOMPARE(definition[u"internalParameters"][u"person"].toString(), u"mina@laptop"_qs);
        QCOMPARE(definition[u"externalParameters"][u"source"].toString(), u"dirty"_qs);
        const QJsonValue builder = statement[u"predicate"][u"runDetails"][u"builder"];
        QCOMPARE(builder[u"id"].toString(), u"urn:snowmelt:builder:laptop"_qs);
        QCOMPARE(builder[u"version"][u"snowmelt"].toString(), u"0.1.0"_qs);
        QCOMPARE(builder[u"builderDependencies"].toArray().first()[u"digest"][u"sha256"].toString(),
                 Digest::ofBytes("script").hex());
        const QJsonObject source = dependency(statement, u"source"_qs);
        QCOMPARE(source[u"uri"].toString(), u"git+https://git.example.org/shop.git"_qs);
        QCOMPARE(source[u"digest"][u"gitCommit"].toString(), u"c0ffee"_qs);
        QCOMPARE(source[u"annotations"][u"dirty"].toBool(), true);
        QCOMPARE(dependency(statement, u"parent:foundation/web@1"_qs)[u"digest"][u"sha256"].toString(),
                 Digest::ofBytes("foundation").hex());
        QCOMPARE(dependency(statement, u"package:curl"_qs)[u"uri"].toString(), u"http://deb.example.org/curl.deb"_qs);
        QVERIFY(!dependency(statement, u"recipe"_qs).contains(u"uri"_qs));
    }

    void whatIsNotKnownIsNotInvented()
    {
        Provenance made = shop();
        made.person.clear();
        made.snowmelt.clear();
        made.image.parent = {};
        for (const auto known :
             {RecipeOrigin::Known::NotAsked, RecipeOrigin::Known::NoRepository, RecipeOrigin::Known::Refused}) {
            made.origin = {};
            made.origin.known = known;
            const QJsonObject statement = parsed(made);
            const QJsonValue definition = statement[u"predicate"][u"buildDefinition"];
            QVERIFY(definition[u"externalParameters"][u"source"].toString().startsWith(u"unknown: "));
            QCOMPARE(definition[u"internalParameters"][u"person"].toString(), u"unknown"_qs);
            QVERIFY(dependency(statement, u"source"_qs).isEmpty());
            QCOMPARE(definition[u"resolvedDependencies"].toArray().size(), 2);
        }
        made.origin.known = RecipeOrigin::Known::Yes;
        made.origin.repository.clear();
        QVERIFY(!dependency(parsed(made), u"source"_qs).contains(u"uri"_qs));
    }

    void secretsStayOut_data()
    {
        QTest::addColumn<QString>("remote");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* remote, const char* told) {
            QTest::newRow(remote) << QString::fromLatin1(remote) << QString::fromLatin1(told);
        };
        row("https://git.example.org/shop.git", "https://git.example.org/shop.git");
        row("https://mina:s3cret@git.example.org/shop.git", "https://git.example.org/shop.git");
        row("https://ghp_token@git.example.org/shop.git?private_token=s3cret#s3cret",
            "https://git.example.org/shop.git");
        row("ssh://git@git.example.org:2222/shop.git", "ssh://git.example.org:2222/shop.git");
        row("git@git.example.org:team/shop.git", "ssh://git.example.org/team/shop.git");
        row("mina:s3cret@git.example.org:team/shop.git", "");
        row("git.example.org:/srv/shop.git", "ssh://git.example.org/srv/shop.git");
        row("/home/mina/shop", "");
        row("file:///home/mina/shop", "");
        row("../shop", "");
        row("https://mina:s3 cret@git.example.org/shop.git", "");
        row("", "");
    }
    void secretsStayOut()
    {
        QFETCH(QString, remote);
        QTEST(publicAddress(remote), "told");
    }
};

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
