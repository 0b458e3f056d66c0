

xPlaceholder


cConst