// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/excerpt.h"
#include "tests/models/export/hostile_fleet.h"
#include "ui/export/clipboard.h"
#include "ui/export/export_format.h"
#include "ui/export/export_job.h"
#include "ui/export/pdf_date.h"
#include "ui/export/png_writer.h"
#include "ui/export/review_pages.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

class TestPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesAreNamed();
    void picturesFitTheirPage();
    void aHugePageStillOpens();
    void formatsByName();
    void longTablesGoOnWithTheirHead();
    void wordsStayOnThePage();
    void aDateOfAnotherLength();
    void clipboardHasBoth();
    void aWindowShowsAPart();
    void aJobIsCancelled();
};

void TestPages::pagesAreNamed()
{
    for (const char* name : {"fit", "a4", "a3-landscape", "letter-portrait"})
        QCOMPARE(pageName(*pageFormat(QString::fromLatin1(name))), QString::fromLatin1(name));
    for (const char* wrong : {"", "a5", "a4-sideways", "fit-landscape"})
        QVERIFY2(!pageFormat(QString::fromLatin1(wrong)), wrong);
}

void TestPages::picturesFitTheirPage()
{
    const Sheet wide{{4000, 500}, Qt::white, {}, {}, {TextShape{{3990, 490}, u"x"_qs, {}, Qt::AlignLeft}}};
    const Sheet page = onPage(wide, {PageSize::A4, {}});
    QVERIFY2(page.size.width() > page.size.height(), "lies as the picture does");
    const auto& text = std::get<TextShape>(page.shapes.first());
    QVERIFY(QRectF(QPointF(), page.size).contains(text.at));
    QVERIFY(text.style.scale < 0.3);
    const Sheet small = onPage({{100, 50}, Qt::white, {}, {}, wide.shapes}, {PageSize::A3, {}});
    QCOMPARE(std::get<TextShape>(small.shapes.first()).style.scale, 1.0);
    QCOMPARE(onPage(wide, {}).size, wide.size);
}

/// Readers open no page of more than 14,400 points, which are 1/72 inch.
void TestPages::aHugePageStillOpens()
{
    const Sheet huge{{40'000, 900}, Qt::white, {}, {}, {TextShape{{39'990, 890}, u"x"_qs, {}, Qt::AlignLeft}}};
    const Sheet page = onPage(huge, {});
    const double points = page.size.width() * 72 / unitsPerInch;
    QVERIFY2(points <= 14'400 && points > 14'300, qPrintable(QString::number(points)));
    QVERIFY(qAbs(page.size.width() / page.size.height() - 40'000.0 / 900) < 0.01);
    const auto& text = std::get<TextShape>(page.shapes.first());
    QVERIFY(QRectF(QPointF(), page.size).contains(text.at));
    QVERIFY(qAbs(text.style.scale - page.size.width() / 40'000) < 0.001);
}

void TestPages::formatsByName()
{
    for (const ExportFormat format : exportFormats()) {
        QCOMPARE(*formatNamed(formatName(format)), format);
        QCOMPARE(*formatOf(u"/some.where/a."_qs + formatEnding(format).toUpper()), format);
    }
    QCOMPARE(*formatOf(u"a.gv"_qs), ExportFormat::Dot);
    QVERIFY(!formatOf(u"a.gif"_qs));
    QVERIFY(!formatOf(u"svg"_qs));
}

void TestPages::longTablesGoOnWithTheirHead()
{
    Paper paper{u"Review"_qs, {}, u"Diagram"_qs, {}};
    PaperSection section{u"Nodes"_qs, {}, {{u"HEAD"_qs, u"Other"_qs}, {false, true}, {}}};
    for (int i = 0; i < 300; ++i)
        section.table.rows << QStringList{u"row-%1"_qs.arg(i), QString::number(i)};
    paper.sections << section;
    const QList<Sheet> pages = reviewPages(paper, {{300, 200}, Qt::white, {}, {}, {}}, {}, false);
    QVERIFY(pages.size() > 4);
    int rows = 0;
    for (const Sheet& page : pages) {
        int heads = 0;
        for (const Shape& shape : page.shapes) {
            const auto* text = std::get_if<TextShape>(&shape);
            heads += text && text->text == u"HEAD" ? 1 : 0;
            rows += text && text->text.startsWith(u"row-") ? 1 : 0;
        }
        QCOMPARE(heads, 1);
    }
    QCOMPARE(rows, 300);
}

void TestPages::wordsStayOnThePage()
{
    Paper paper{QString(200, u'W'), u"sub"_qs, {}, {}};
    paper.sections << PaperSection{u"S"_qs,
                                   {u"word "_qs.repeated(400)},
                                   {{u"A"_qs, u"B"_qs, u"C"_qs},
                                    {},
                                    {{QString(300, u'x'), u"가나다 "_qs.repeated(80), QString(100, QChar(0x2026))}}}};
    const QList<Sheet> pages = reviewPages(paper, {{3000, 200}, Qt::white, {}, {}, {}}, {}, false);
    for (const Sheet& page : pages) {
        QCOMPARE(page.size.toSize(), QSize(794, 1123));
        for (const Shape& shape : page.shapes) {
            const auto* text = std::get_if<TextShape>(&shape);
            if (!text)
                continue;
            QFont font = textFont(text->style.size, text->style.weight);
            font.setPixelSize(int(text->pixels()));
            const double width = QFontMetricsF(font).horizontalAdvance(text->text);
            const double right = text->align & Qt::AlignRight ? text->at.x() : text->at.x() + width;
            QVERIFY2(right < page.size.width() && text->at.y() < page.size.height(), qPrintable(text->text));
        }
    }
}

void TestPages::aDateOfAnotherLength()
{
    const QByteArray head = "%PDF-1.4\n1 0 obj\n<<\n/CreationDate (D:20261122065931+09'00')\n>>\nendobj\n";
    const QByteArray body = "2 0 obj\nstream\n/CreationDate (x)\nendstream\nendobj\n";
    const auto whole = [&](const QByteArray& first) -> QByteArray {
        const auto entry = [](qsizetype at) -> QByteArray {
            return QByteArray::number(at).rightJustified(10, '0') + " 00000 n \n";
        };
        return first + body + "xref\n0 3\n0000000000 65535 f \n" + entry(9) + entry(first.size()) +
               "trailer\n<<\n/Size 3\n>>\nstartxref\n" + QByteArray::number(first.size() + body.size()) + " \n%%EOF\n";
    };
    QByteArray wanted = head;
    wanted.replace("D:20261122065931+09'00'", "D:20260305090000Z");
    const QByteArray made = withCreationDate(whole(head), QDateTime(QDate(2026, 3, 5), QTime(9, 0), Qt::UTC));
    QCOMPARE(made.simplified(), whole(wanted).simplified());
    QCOMPARE(withCreationDate("no pdf", {}), QByteArray("no pdf"));
}

void TestPages::clipboardHasBoth()
{
    ExportOptions options;
    options.scale = 2;
    const auto data = pictureForClipboard(subjectOf(sample::shop(), {}), options);
    QVERIFY(data->hasImage());
    QVERIFY(qvariant_cast<QImage>(data->imageData()).width() > 800);
    QVERIFY(data->data(u"image/svg+xml"_qs).contains("<svg"));
}

void TestPages::aWindowShowsAPart()
{
    const Diagram whole = layoutFleet(sample::shop(), sample::up(sample::shop()));
    const QRectF node = whole.boxes[whole.indexOf(u"web-2"_qs)].rect;
    const Diagram part = excerptOf(whole, node);
    QStringList parts;
    for (const DiagramBox& box : part.boxes)
        parts << box.part;
    QCOMPARE(parts, (QStringList{u"web"_qs, u"web-2"_qs}));
    QCOMPARE(part.boxes[1].container, 0);
    QVERIFY(part.edges.isEmpty());
    const Diagram all = excerptOf(whole, whole.bounds);
    QCOMPARE(all.boxes, whole.boxes);
    QCOMPARE(all.edges, whole.edges);
    QVERIFY(excerptOf(whole, QRectF(-500, -500, 10, 10)).isEmpty());
}

void TestPages::aJobIsCancelled()
{
    ExportJob job;
    QSignalSpy finished(&job, &ExportJob::finished);
    job.start([](const ExportStop& stop) -> Result<Done> {
        while (!stop())
            std::this_thread::yield();
        return Cancelled{};
    });
    QVERIFY(job.isRunning());
    job.cancel();
    QVERIFY(finished.wait(60000));
    QVERIFY(job.take().cancelled());
    QVERIFY(!job.isRunning());

    const Sheet sheet{{100, 100}, Qt::white, {}, {}, {InkShape{}}};
    QVERIFY(pngOf(sheet, 1, [] { return true; }).isEmpty());
    QVERIFY(!pngOf(sheet, 1).isEmpty());
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
