// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recipes/recipe_questions.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

UnsavedRecipeQuestion::UnsavedRecipeQuestion(const QString& file, QWidget* parent)
    : DialogFrame(tr("The recipe has changes that are not saved"), tr("&Save"), parent)
{
    setObjectName(QStringLiteral("unsavedRecipe"));
    primary()->setObjectName(QStringLiteral("saveRecipeFirst"));
    addParagraph(tr("%1 does not have them yet. Images are built from what is saved.").arg(file));
    QPushButton* discard = addButton(tr("&Discard them"));
    discard->setObjectName(QStringLiteral("discardRecipe"));
    connect(discard, &QPushButton::clicked, this, [this] {
        Q_EMIT discardAsked();
        accept();
    });
    connect(primary(), &QPushButton::clicked, this, &UnsavedRecipeQuestion::saveAsked);
    body()->addStretch(1);
}

ChangedRecipeQuestion::ChangedRecipeQuestion(const QString& file, bool gone, QWidget* parent)
    : DialogFrame(gone ? tr("%1 is gone").arg(file) : tr("%1 was changed meanwhile").arg(file),
                  gone ? tr("&Write it anew") : tr("&Overwrite theirs"), parent)
{
    setObjectName(QStringLiteral("changedRecipe"));
    primary()->setObjectName(QStringLiteral("overwriteRecipe"));
    addParagraph(gone ? tr("It was moved or deleted since it was read. Nothing has been written.")
                      : tr("Somebody else wrote it since it was read. Nothing has been written."));
    connect(primary(), &QPushButton::clicked, this, &ChangedRecipeQuestion::overwriteAsked);
    body()->addStretch(1);
    if (gone)
        return;
    QPushButton* theirs = addButton(tr("&Take theirs, drop mine"));
    theirs->setObjectName(QStringLiteral("takeTheirs"));
    connect(theirs, &QPushButton::clicked, this, [this] {
        Q_EMIT theirsAsked();
        accept();
    });
}

} // namespace snowmelt
