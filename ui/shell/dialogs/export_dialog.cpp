// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/export_dialog.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

QString proposedPath(const QString& fleet)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QDir(folder.isEmpty() ? QDir::homePath() : folder).filePath(fleet + QStringLiteral(".svg"));
}

} // namespace

ExportDialog::ExportDialog(FleetDocument* document, QWidget* parent)
    : DialogFrame(tr("Export the diagram"), tr("&Export"), parent), m_document(document)
{
    setObjectName(QStringLiteral("exportDialog"));
    primary()->setObjectName(QStringLiteral("startExport"));
    m_path = new QLineEdit(proposedPath(document->blueprint().name), this);
    m_path->setObjectName(QStringLiteral("exportPath"));
    auto* browse = new QPushButton(tr("B&rowse…"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* file = new QHBoxLayout;
    file->setSpacing(metric::unit);
    file->addWidget(m_path, 1);
    file->addWidget(browse);
    m_look = new QComboBox(this);
    m_look->setObjectName(QStringLiteral("exportLook"));
    m_look->addItems({tr("Light"), tr("Dark")});
    m_scale = new QComboBox(this);
    m_scale->setObjectName(QStringLiteral("exportScale"));
    for (const int scale : {1, 2, 3, 4})
        m_scale->addItem(QString::number(scale) + u'×', scale);
    m_scale->setCurrentIndex(1);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * metric::unit);
    form->setVerticalSpacing(metric::unit);
    auto* name = new QLabel(tr("&File"), this); // a row of a layout knows no buddy by itself
    name->setBuddy(m_path);
    form->addRow(name, file);
    form->addRow(tr("&Appearance"), m_look);
    form->addRow(tr("&Scale of a PNG"), m_scale);
    body()->addLayout(form);
    body()->addStretch(1);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::follow);
    // Written before the dialog closes, so that a failure can be put right in it.
    disconnect(primary(), &QPushButton::clicked, this, &QDialog::accept);
    connect(primary(), &QPushButton::clicked, this, &ExportDialog::write);
    resize(560, 260);
    follow();
}

void ExportDialog::browse()
{
    auto* chooser = new QFileDialog(this, tr("Export the diagram"), m_path->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({tr("SVG picture (*.svg)"), tr("PNG picture (*.png)")});
    connect(chooser, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    chooser->open();
}

void ExportDialog::follow()
{
    const QString ending = m_path->text().section(u'.', -1).toLower();
    const bool known = ending == QStringLiteral("svg") || ending == QStringLiteral("png");
    primary()->setEnabled(known);
    m_scale->setEnabled(ending == QStringLiteral("png"));
    setRemark(known ? QString() : tr("The name must end in .svg or .png."));
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.path = m_path->text();
    options.dark = m_look->currentIndex() == 1;
    options.scale = m_scale->currentData().toInt();
    return options;
}

void ExportDialog::write()
{
    const Result<Done> result = exportDiagram(m_document->blueprint(), m_document->fleet(), options());
    if (result.failed()) {
        const Sentence said = sentence(result.error());
        return setRemark(said.what + u' ' + said.next);
    }
    Q_EMIT exported(m_path->text());
    accept();
}

} // namespace snowmelt
