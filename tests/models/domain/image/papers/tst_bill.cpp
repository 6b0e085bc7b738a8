// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/image/papers/bill.h"

#include "schema_check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace snowmelt;

namespace {

const QString spdxSchema = QStringLiteral("spdx-2.3-rules.schema.json");
const QString cycloneSchema = QStringLiteral("cyclonedx-1.5-rules.schema.json");
const Distribution bookworm{QStringLiteral("debian"), QStringLiteral("bookworm")};

Bill shop()
{
    Bill bill;
    bill.image.ref = *ImageRef::parse(QStringLiteral("shop/web@1.1.0"));
    bill.image.digest = Digest::ofBytes("shop");
    bill.image.parent = *ImageRef::parse(QStringLiteral("foundation/web@1"));
    bill.image.builtAt = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7, 890), Qt::UTC);
    bill.parent = Digest::ofBytes("foundation");
    bill.packages = {{QStringLiteral("libc6:amd64"), QStringLiteral("2.36-9+deb12u4"), QStringLiteral("amd64")},
                     {QStringLiteral("libc6:i386"), QStringLiteral("2.36-9+deb12u4"), QStringLiteral("i386")},
                     {QStringLiteral("libstdc++6"), QStringLiteral("12.2.0-14"), QStringLiteral("amd64")},
                     {QStringLiteral("libstdc-x6"), QStringLiteral("1:2~rc1-1"), QStringLiteral("all")},
                     {QStringLiteral("libstdc--6"), QStringLiteral("1"), QStringLiteral("amd64")}};
    bill.distribution = bookworm;
    bill.filesKnown = true;
    bill.files = {{"/etc/motd", QByteArray(40, 'a'), QByteArray(64, 'b')},
                  {"/srv/a b+ä", QByteArray(40, 'c'), QByteArray(64, 'd')}};
    bill.snowmelt = QStringLiteral("0.1.0");
    return bill;
}

/// The smallest: an OS tier of which nothing but its digest is known.
Bill bare()
{
    Bill bill;
    bill.image.ref = *ImageRef::parse(QStringLiteral("os@1"));
    bill.image.digest = Digest::ofBytes("os");
    bill.snowmelt = QStringLiteral("0.1.0");
    return bill;
}

QJsonObject parsed(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray rendered(const QJsonObject& object)
{
    return QJsonDocument(object).toJson();
}

QStringList textsOf(const QJsonValue& list, const QString& key)
{
    QStringList texts;
    for (const auto& item : list.toArray())
        texts.append(item.toObject()[key].toString());
    return texts;
}

bool areDistinct(const QStringList& texts)
{
    return QSet<QString>(texts.begin(), texts.end()).size() == texts.size();
}

} // namespace

class TestBill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void packageUrls_data()
    {
        QTest::addColumn<PackageFact>("fact");
        QTest::addColumn<QString>("url");
        const auto row = [](const char* name, const char* version, const char* arch, const char* url) {
            QTest::newRow(url) << PackageFact{QString::fromLatin1(name), QString::fromLatin1(version),
                                              QString::fromLatin1(arch)}
                               << QString::fromLatin1(url);
        };
        row("curl", "7.88.1-10", "amd64", "pkg:deb/debian/curl@7.88.1-10?arch=amd64&distro=bookworm");
        row("libc6:amd64", "2.36-9+deb12u4", "amd64",
            "pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=bookworm");
        row("libstdc++6", "12.2.0-14", "all", "pkg:deb/debian/libstdc%2B%2B6@12.2.0-14?arch=all&distro=bookworm");
        row("attr", "1:2.4.47-2+b1", "amd64", "pkg:deb/debian/attr@1:2.4.47-2%2Bb1?arch=amd64&distro=bookworm");
        row("php", "8.2~rc1", "all", "pkg:deb/debian/php@8.2~rc1?arch=all&distro=bookworm");
    }
    void packageUrls()
    {
        QFETCH(PackageFact, fact);
        QTEST(packageUrl(fact, bookworm), "url");
    }
    void urlOfAnUnknownDistribution()
    {
        const PackageFact fact{u"curl"_qs, u"7"_qs, u"amd64"_qs};
        QCOMPARE(packageUrl(fact, {}), u"pkg:deb/debian/curl@7?arch=amd64"_qs);
        QCOMPARE(packageUrl(fact, {u"Ubuntu"_qs, u"jammy"_qs}), u"pkg:deb/ubuntu/curl@7?arch=amd64&distro=jammy"_qs);
    }

    void osReleases()
    {
        QCOMPARE(parseOsRelease("PRETTY_NAME=\"Debian GNU/Linux 12\"\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n"
                                "ID=debian\nID_LIKE=\"x\"\n"),
                 bookworm);
        QCOMPARE(parseOsRelease("ID='debian'\nVERSION_CODENAME=\"bookworm\""), bookworm);
        QCOMPARE(parseOsRelease(""), Distribution{});
    }

    void holdToTheirSchemas()
    {
        for (const Bill& bill : {shop(), bare()}) {
            QCOMPARE(brokenPlaces(renderSpdx(bill), spdxSchema), QByteArray());
            QCOMPARE(brokenPlaces(renderCycloneDx(bill), cycloneSchema), QByteArray());
        }
    }

    void brokenSpdx_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("another version") << u"spdxVersion"_qs << QJsonValue(u"SPDX-3.0"_qs);
        QTest::newRow("a field that is not there") << u"colour"_qs << QJsonValue(u"blue"_qs);
        QTest::newRow("no packages") << u"packages"_qs << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("a package without a name")
            << u"packages"_qs << QJsonValue(QJsonArray{QJsonObject{{u"SPDXID"_qs, u"SPDXRef-x"_qs}}});
        QTest::newRow("nothing described") << u"relationships"_qs << QJsonValue(QJsonArray());
        QTest::newRow("a fragment") << u"documentNamespace"_qs << QJsonValue(u"urn:uuid:1#2"_qs);
        QTest::newRow("a time of the day elsewhere")
            << u"creationInfo"_qs
            << QJsonValue(QJsonObject{{u"created"_qs, u"2026-03-04T05:06:07+01:00"_qs},
                                      {u"creators"_qs, QJsonArray{u"Tool: Snowmelt-1"_qs}}});
    }
    void brokenSpdx()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject document = parsed(renderSpdx(shop()));
        document[key] = value;
        QVERIFY(brokenPlaces(rendered(document), spdxSchema).startsWith("broken\n"));
    }

    void brokenCycloneDx_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no format") << u"bomFormat"_qs << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("no serial number") << u"serialNumber"_qs << QJsonValue(u"urn:uuid:7"_qs);
        QTest::newRow("no component") << u"components"_qs << QJsonValue(QJsonArray{QJsonObject{{u"name"_qs, u"x"_qs}}});
        QTest::newRow("a licence nobody knows")
            << u"components"_qs
            << QJsonValue(QJsonArray{
                   QJsonObject{{u"type"_qs, u"library"_qs},
                               {u"name"_qs, u"x"_qs},
                               {u"licenses"_qs,
                                QJsonArray{QJsonObject{{u"license"_qs, QJsonObject{{u"id"_qs, u"Nobody-1.0"_qs}}}}}}}});
        QTest::newRow("an aggregate nobody knows")
            << u"compositions"_qs << QJsonValue(QJsonArray{QJsonObject{{u"aggregate"_qs, u"whole"_qs}}});
    }
    void brokenCycloneDx()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject document = parsed(renderCycloneDx(shop()));
        document[key] = value;
        QVERIFY(brokenPlaces(rendered(document), cycloneSchema).startsWith("broken\n"));
    }

    void sameTextEachTime()
    {
        QCOMPARE(renderSpdx(shop()), renderSpdx(shop()));
        QCOMPARE(renderCycloneDx(shop()), renderCycloneDx(shop()));
        Bill other = shop();
        other.image.digest = Digest::ofBytes("other");
        QVERIFY(parsed(renderSpdx(other))[u"documentNamespace"] != parsed(renderSpdx(shop()))[u"documentNamespace"]);
        QVERIFY(parsed(renderCycloneDx(other))[u"serialNumber"] != parsed(renderCycloneDx(shop()))[u"serialNumber"]);
        QCOMPARE(parsed(renderSpdx(shop()))[u"creationInfo"][u"created"].toString(), u"2026-03-04T05:06:07Z"_qs);
        QCOMPARE(parsed(renderCycloneDx(shop()))[u"metadata"][u"timestamp"].toString(), u"2026-03-04T05:06:07Z"_qs);
    }

    void spdxIdentifiersLeadSomewhere()
    {
        const QJsonObject document = parsed(renderSpdx(shop()));
        const QStringList ids = textsOf(document[u"packages"], u"SPDXID"_qs) +
                                textsOf(document[u"files"], u"SPDXID"_qs) + QStringList{u"SPDXRef-DOCUMENT"_qs};
        QCOMPARE(ids.size(), 1 + 1 + 5 + 2 + 1);
        QVERIFY(areDistinct(ids));
        const QJsonValue related = document[u"relationships"];
        for (const QString& end : textsOf(related, u"spdxElementId"_qs) + textsOf(related, u"relatedSpdxElement"_qs))
            QVERIFY2(ids.contains(end), qPrintable(end));
        QStringList types = textsOf(related, u"relationshipType"_qs);
        QCOMPARE(types.count(u"CONTAINS"_qs), 7);
        QCOMPARE(types.count(u"DESCRIBES"_qs), 1);
        QCOMPARE(types.count(u"DESCENDANT_OF"_qs), 1);
    }

    void cycloneReferencesLeadSomewhere()
    {
        const QJsonObject document = parsed(renderCycloneDx(shop()));
        const QJsonValue subject = document[u"metadata"][u"component"];
        const QStringList parts = textsOf(document[u"components"], u"bom-ref"_qs);
        QVERIFY(areDistinct(parts + QStringList{subject[u"bom-ref"].toString()}));
        const QJsonObject depends = document[u"dependencies"].toArray().first().toObject();
        QCOMPARE(depends[u"ref"], subject[u"bom-ref"]);
        QCOMPARE(depends[u"dependsOn"].toArray(), QJsonArray::fromStringList(parts));
    }

    void tellWhoseTheyAre()
    {
        const QJsonObject image = parsed(renderSpdx(shop()))[u"packages"].toArray().first().toObject();
        QCOMPARE(image[u"checksums"].toArray().first()[u"checksumValue"].toString(), Digest::ofBytes("shop").hex());
        const QJsonValue subject = parsed(renderCycloneDx(shop()))[u"metadata"][u"component"];
        QCOMPARE(subject[u"hashes"].toArray().first()[u"content"].toString(), Digest::ofBytes("shop").hex());
        const QJsonValue ancestor = subject[u"pedigree"][u"ancestors"].toArray().first();
        QCOMPARE(ancestor[u"hashes"].toArray().first()[u"content"].toString(), Digest::ofBytes("foundation").hex());
    }

    void whatIsNotKnownIsSaid()
    {
        const QByteArray unknown("Which files recipes put there is not known");
        QVERIFY(renderSpdx(bare()).contains(unknown) && renderCycloneDx(bare()).contains(unknown));
        QVERIFY(!renderSpdx(shop()).contains(unknown) && !renderCycloneDx(shop()).contains(unknown));
        QVERIFY(renderSpdx(shop()).contains("\"licenseDeclared\": \"NOASSERTION\""));
        QVERIFY(!renderCycloneDx(shop()).contains("licenses"));
    }
};

QTEST_GUILESS_MAIN(TestBill)
#include "tst_bill.moc"
