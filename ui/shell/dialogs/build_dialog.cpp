// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/build_dialog.h"

#include "models/document/fleet_document.h"
#include "models/items/images_model.h"
#include "models/items/item_text.h"
#include "ui/shell/inspector/facts.h"
#include "ui/shell/style/look.h"

#include <QCheckBox>
#include <QHeaderView>
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
    m_fromScratch = new QCheckBox(tr("From &scratch: build parents again too, even when nothing changed"), this);
    m_fromScratch->setObjectName(QStringLiteral("fromScratch"));
    body()->addWidget(m_images, 1);
    body()->addWidget(m_fromScratch);
    connect(m_images->selectionModel(), &QItemSelectionModel::currentChanged, this, &BuildDialog::follow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &BuildDialog::follow);
    connect(m_fromScratch, &QCheckBox::toggled, this, &BuildDialog::follow);
    connect(this, &QDialog::accepted, this, [this] {
        Q_EMIT buildAsked(BuildIntent{chosen(), m_fromScratch->isChecked()});
    });
    QPushButton* recipe = addButton(tr("Edit its &recipe…"));
    recipe->setObjectName(QStringLiteral("editItsRecipe"));
    connect(recipe, &QPushButton::clicked, this, [this] {
        const ImageRef ref = chosen();
        reject();
        Q_EMIT recipeAsked(ref);
    });
    propose(proposed.isNull() ? nextToBuild(*document) : proposed);
    resize(560, 480);
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
    primary()->setText(ref.isNull() ? tr("&Build") : tr("&Build %1").arg(imageText(ref)));
    const ImageRecord* record = imageRecord(*m_document, ref);
    const bool built = record && !record->digest.isNull();
    primary()->setEnabled(!ref.isNull() && (!built || record->stale || m_fromScratch->isChecked()));
    if (!built)
        setRemark(tr("Never built."));
    else if (m_fromScratch->isChecked())
        setRemark(tr("Built again from zero; running nodes keep theirs."));
    else if (record->stale)
        setRemark(tr("Its recipe, files or parent changed since it was built."));
    else
        setRemark(tr("Already built and up to date: there is nothing to do."));
}

} // namespace snowmelt
