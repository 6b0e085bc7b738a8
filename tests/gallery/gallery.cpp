// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/gallery_fleets.h"
#include "ui/export/exporter.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

using namespace snowmelt;

namespace {

struct Edition
{
    QString name;
    QLocale::Language language;
    bool dark;
};

const QList<Edition> editions = {{QStringLiteral("en-light"), QLocale::English, false},
                                 {QStringLiteral("en-dark"), QLocale::English, true},
                                 {QStringLiteral("ko-light"), QLocale::Korean, false},
                                 {QStringLiteral("ko-dark"), QLocale::Korean, true}};

Result<Done> drawn(const gallery::Piece& piece, const Edition& edition, const QString& path)
{
    ExportSubject subject = subjectOf(piece.blueprint, piece.fleet);
    subject.mode = piece.mode;
    ExportOptions options;
    options.path = path;
    options.format = ExportFormat::Png;
    options.dark = edition.dark;
    options.language = edition.language;
    options.scale = piece.fleet.allNodes().size() > 100 ? 1 : 2;
    return exportDiagram(subject, options);
}

/// All pictures on one page, a piece a row.
QByteArray contents(const QList<gallery::Piece>& pieces)
{
    QByteArray page = "<!DOCTYPE html><meta charset=\"utf-8\"><title>Snowmelt: gallery</title>"
                      "<style>img{max-width:23%;vertical-align:top;margin:4px;border:1px solid #98a2b3}</style>\n";
    for (const gallery::Piece& piece : pieces) {
        page += "<h2>" + piece.name.toUtf8() + "</h2>\n";
        for (const Edition& edition : editions) {
            const QByteArray file = QString(piece.name + u'-' + edition.name).toUtf8() + ".png";
            page += "<a href=\"" + file + "\"><img loading=\"lazy\" src=\"" + file + "\" alt=\"" + file + "\"></a>\n";
        }
    }
    return page;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    QTextStream err(stderr);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2 || !QDir().mkpath(arguments[1])) {
        err << "usage: snowmelt-gallery FOLDER\n";
        return 64;
    }
    const QDir folder(arguments[1]);
    const QList<gallery::Piece> pieces = gallery::pieces();
    for (const gallery::Piece& piece : pieces) {
        for (const Edition& edition : editions) {
            const QString path = folder.filePath(piece.name + u'-' + edition.name + QStringLiteral(".png"));
            const Result<Done> written = drawn(piece, edition, path);
            if (!written.ok()) {
                err << path << ": " << written.error().detail << '\n';
                return 1;
            }
        }
    }
    if (const Result<Done> written = writeFile(folder.filePath(QStringLiteral("index.html")), contents(pieces));
        !written)
        return 1;
    QTextStream(stdout) << pieces.size() * editions.size() << " pictures in " << folder.path() << '\n';
    return 0;
}
