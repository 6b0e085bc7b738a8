// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/build_dialog.h"

#include "models/document/fleet_document.h"
#include "models/domain/ssh/ssh_values.h"
#include "models/items/images_model.h"
#include "models/items/item_text.h"
#include "ui/shell/dialogs/build_places.h"
#include "ui/shell/inspector/facts.h"
#include "ui/shell/style/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

/// What a person most likely came for: the first version that is not built, else the first that is stale.
ImageRef nextToBuild(const FleetDocument& document)
{
    const QList<ImageSource>& sources = document.blueprint().images;
    ImageRef stale;
    for (auto source = sources.rbegin(); source != sources.rend(); ++source) {
        const ImageRecord* record = imageRecord(document, source->ref);
        if (record && record->digest.isNull())
            return source->ref;
        if (record && record->stale && stale.isNull())
            stale = source->ref;
    }
    return stale.isNull() && !sources.isEmpty() ? sources.last().ref : stale;
}

/// What a thing is for, or why it cannot be had now.
void setHint(QWidget* widget, const QString& hint)
{
    widget->setToolTip(hint);
    widget->setAccessibleDescription(hint);
}

} // namespace

BuildDialog::BuildDialog(FleetDocument* document, const ImageRef& proposed, QWidget* parent)
    : DialogFrame(tr("Build an image"), tr("&Build"), parent), m_document(document),
      m_model(new ImagesModel(document, this))
{
    setObjectName(QStringLiteral("buildDialog"));
    primary()->setObjectName(QStringLiteral("startBuild"));
    addParagraph(tr("An image is made from its recipe alone, never from a running server. Parents that are missing or "
                    "stale are built first."));
    m_images = new QTreeView(this);
    m_images->setObjectName(QStringLiteral("buildImages"));
    m_images->setAccessibleName(tr("Images"));
    m_images->setModel(m_model);
    m_images->setRootIsDecorated(false);
    m_images->setFrameShape(QFrame::NoFrame);
    m_images->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_images->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_images->header()->setStretchLastSection(false);
    m_images->setMinimumHeight(220);
    body()->addWidget(m_images, 1);
    m_choices = new QVBoxLayout;
    m_choices->setSpacing(metric::unit);
    body()->addLayout(m_choices);
    m_fromScratch = addChoice("fromScratch", tr("From &scratch: build parents again too, even when nothing changed"));
    m_prove = addChoice("prove", tr("Build &twice and compare; keeps neither"));
    setHint(m_prove, tr("Every tier is built twice from zero, the second time elsewhere: other path, host, time "
                        "zone, language and number of processors. What differs is named in the log."));
    m_keepFailed = addChoice("keepFailed", tr("&Keep the root of a tier that fails"));
    addPlaces();
    connect(m_images->selectionModel(), &QItemSelectionModel::currentChanged, this, &BuildDialog::follow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &BuildDialog::follow);
    connect(this, &QDialog::accepted, this, [this] {
        const bool prove = m_prove->isChecked();
        const bool keepFailed = !prove && host().isEmpty() && m_keepFailed->isChecked();
        const QString on = prove ? QString() : host();
        if (!prove)
            BuildPlaces::remember(on);
        Q_EMIT buildAsked(BuildIntent{chosen(), !prove && m_fromScratch->isChecked(), prove, keepFailed, on});
    });
    m_recipe = addButton(tr("Edit its &recipe…"));
    m_recipe->setObjectName(QStringLiteral("editItsRecipe"));
    connect(m_recipe, &QPushButton::clicked, this, [this] {
        const ImageRef ref = chosen();
        reject();
        Q_EMIT recipeAsked(ref);
    });
    propose(proposed.isNull() ? nextToBuild(*document) : proposed);
    resize(680, 540); // what is remarked has room beside three buttons
}

/// This machine, and hosts that were used before; another one is typed.
void BuildDialog::addPlaces()
{
    const BuildPlaces places = BuildPlaces::remembered();
    m_on = new QComboBox(this);
    m_on->setObjectName(QStringLiteral("buildOn"));
    m_on->setEditable(true);
    m_on->setInsertPolicy(QComboBox::NoInsert);
    m_on->addItem(tr("This machine"));
    m_on->addItems(places.hosts);
    m_on->setCurrentIndex(places.last.isEmpty() ? 0 : std::max(0, m_on->findText(places.last)));
    auto* label = new QLabel(tr("Build &on:"), this);
    label->setBuddy(m_on);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_on, 1);
    m_choices->addLayout(row);
    connect(m_on, &QComboBox::editTextChanged, this, &BuildDialog::follow);
}

/// Empty: this machine.
QString BuildDialog::host() const
{
    const QString text = m_on->currentText().trimmed();
    return text == m_on->itemText(0) ? QString() : text;
}

bool BuildDialog::isHostValid() const
{
    return host().isEmpty() || sshHop(host().toUtf8()).has_value();
}

QCheckBox* BuildDialog::addChoice(const char* name, const QString& text)
{
    auto* choice = new QCheckBox(text, this);
    choice->setObjectName(QString::fromLatin1(name));
    m_choices->addWidget(choice);
    connect(choice, &QCheckBox::toggled, this, &BuildDialog::follow);
    return choice;
}

void BuildDialog::propose(const ImageRef& proposed)
{
    m_images->setCurrentIndex(m_model->find(IdRole, proposed.text()));
    m_images->setFocus();
    follow();
}

ImageRef BuildDialog::chosen() const
{
    return ImageRef::parse(m_images->currentIndex().siblingAtColumn(0).data(IdRole).toString()).value_or(ImageRef{});
}

void BuildDialog::follow()
{
    const ImageRef ref = chosen();
    const bool prove = m_prove->isChecked();
    const QString image = imageText(ref);
    if (prove)
        primary()->setText(ref.isNull() ? tr("&Prove") : tr("&Prove %1").arg(image));
    else
        primary()->setText(ref.isNull() ? tr("&Build") : tr("&Build %1").arg(image));
    const ImageRecord* record = imageRecord(*m_document, ref);
    const bool built = record && !record->digest.isNull();
    primary()->setEnabled(!ref.isNull() && (prove || isHostValid()) &&
                          (!built || record->stale || m_fromScratch->isChecked() || prove));
    m_recipe->setEnabled(!ref.isNull());
    followChoices();
    followRemark(record);
}

/// Proving is from scratch, keeps nothing, and is about this machine.
void BuildDialog::followChoices()
{
    const bool prove = m_prove->isChecked();
    m_fromScratch->setEnabled(!prove);
    setHint(m_fromScratch, prove ? tr("Proving builds everything from zero in any case.") : QString());
    m_keepFailed->setEnabled(!prove && host().isEmpty());
    if (prove)
        setHint(m_keepFailed, tr("Proving keeps nothing."));
    else if (!host().isEmpty())
        setHint(m_keepFailed, tr("Only on this machine: on another host nothing is left behind."));
    else
        setHint(m_keepFailed,
                tr("To look into it: the message says how to open a shell in it. Only when Snowmelt runs as root."));
    m_on->setEnabled(!prove);
    setHint(m_on, prove ? tr("Proving is done on this machine.")
                        : tr("Or a host that is reached over SSH: [user@]host[:port]"));
}

void BuildDialog::followRemark(const ImageRecord* record)
{
    if (chosen().isNull())
        setRemark(tr("The blueprint names no image."));
    else if (m_prove->isChecked())
        setRemark(tr("Builds every tier twice from zero, as root; the store stays as it is."));
    else if (!isHostValid())
        setRemark(tr("A host is written as [user@]host[:port]."));
    else if (!record || record->digest.isNull())
        setRemark(tr("Never built."));
    else if (m_fromScratch->isChecked())
        setRemark(tr("Built again from zero; running nodes keep theirs."));
    else if (record->stale)
        setRemark(tr("Its recipe, files, lock or parent, or the way Snowmelt builds, changed since it was built."));
    else
        setRemark(tr("Already built and up to date: there is nothing to do."));
}

} // namespace snowmelt
