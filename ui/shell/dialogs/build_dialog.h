// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"
#include "ui/shell/dialogs/dialog_frame.h"

class QCheckBox;
class QComboBox;
class QTreeView;

namespace snowmelt {

class FleetDocument;
class ImagesModel;
struct ImageRecord;

/// Chooses an image version to build, and says what exists and what is stale.
class BuildDialog final : public DialogFrame
{
    Q_OBJECT
public:
    BuildDialog(FleetDocument* document, const ImageRef& proposed, QWidget* parent);

Q_SIGNALS:
    void buildAsked(const snowmelt::BuildIntent& intent);
    void recipeAsked(const snowmelt::ImageRef& image); ///< to edit it; the dialog is closed

private:
    void propose(const ImageRef& proposed);
    void addPlaces();
    QString host() const;
    bool isHostValid() const;
    QCheckBox* addChoice(const char* name, const QString& text);
    void follow();
    void followChoices();
    void followRemark(const ImageRecord* record);
    ImageRef chosen() const;

    FleetDocument* m_document;
    ImagesModel* m_model;
    QTreeView* m_images;
    QVBoxLayout* m_choices;
    QCheckBox* m_fromScratch;
    QCheckBox* m_prove;
    QCheckBox* m_keepFailed;
    QComboBox* m_on;
    QPushButton* m_recipe;
};

} // namespace snowmelt
