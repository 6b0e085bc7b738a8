// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/image_menu.h"

#include "models/wording/wording.h"
#include "ui/shell/finding/filtering.h"

namespace snowmelt {

ImageMenu::ImageMenu(Filtering* filtering, QWidget* parent) : QMenu(parent), m_filtering(filtering)
{
    setObjectName(QStringLiteral("imageFilterMenu"));
    connect(this, &QMenu::aboutToShow, this, &ImageMenu::fill);
}

void ImageMenu::fill()
{
    clear();
    const QList<ImageRef> images = m_filtering->images();
    for (const ImageRef& image : images) {
        QAction* action = addAction(imageText(image));
        action->setCheckable(true);
        action->setChecked(m_filtering->chosen().images.contains(image));
        connect(action, &QAction::toggled, m_filtering,
                [filtering = m_filtering, image](bool wanted) { filtering->setImage(image, wanted); });
    }
    if (images.isEmpty())
        addAction(tr("Nothing runs an image yet"))->setEnabled(false);
}

} // namespace snowmelt
