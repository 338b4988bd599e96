import type { en } from './en.ts'

export const ar: typeof en = {
  label: 'خريطة الحوادث والمناطق',
  zoomIn: 'تقريب',
  zoomOut: 'تبعيد',
  note: 'السواحل والحدود من Natural Earth بمقياس 1:10 ملايين، وهي كما في مصدرها ولا تعبّر عن موقف.',
  noDrawing: 'هذا المتصفح لا يرسم الخرائط (WebGL معطّل). القائمة إلى جانبها تقول الشيء نفسه.',
  loading: 'يجري رسم الخريطة',
}
