/** 组件库着装: antd in our colours, sizes and words. Only what is inside <Dressed> may be an antd component. */
import { ConfigProvider, type ThemeConfig, theme as themes } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTheme } from './theme-choice.ts';
import { type ColourName, colourOf } from './tokens.ts';

/** The theme of one of the two looks. Sizes follow the width of the window as tokens.css does. */
export function antdTheme(dark: boolean, phone: boolean): ThemeConfig {
  const colour = (name: ColourName) => colourOf(name, dark);
  return {
    algorithm: dark ? themes.darkAlgorithm : themes.defaultAlgorithm,
    token: {
      colorPrimary: colour('accent'),
      colorLink: colour('accent-text'),
      colorInfo: colour('blue-solid'),
      colorSuccess: colour('green-solid'),
      colorWarning: colour('amber-solid'),
      colorError: colour('red-solid'),
      colorText: colour('text'),
      colorTextSecondary: colour('text-2'),
      colorTextTertiary: colour('text-3'),
      colorTextPlaceholder: colour('text-3'),
      colorBgBase: colour('surface'),
      colorBgContainer: colour('surface'),
      colorBgElevated: colour('surface'),
      colorBgLayout: colour('canvas'),
      colorBorder: colour('control'),
      colorBorderSecondary: colour('line'),
      controlItemBgActive: colour('selected'),
      controlItemBgHover: colour('sunken'),
      fontFamily: 'var(--font)',
      fontSize: phone ? 16 : 13,
      fontWeightStrong: 700,
      controlHeight: phone ? 48 : 28,
      controlPaddingHorizontal: 8,
      colorTextQuaternary: colour('text-2'),
      controlHeightLG: phone ? 48 : 34,
      borderRadius: phone ? 8 : 4,
      borderRadiusSM: 3,
      borderRadiusLG: phone ? 8 : 6,
      motionDurationFast: '0.12s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.2s',
      wireframe: false,
    },
    components: {
      Select: {
        optionHeight: phone ? 44 : 28,
        optionPadding: phone ? '10px 12px' : '4px 10px',
        optionSelectedFontWeight: 700,
        multipleItemBg: colour('grey-bg'),
      },
    },
  };
}

/** Sets theme and words for the antd components inside. They write their styles into the page: style-src must allow it. */
export function Dressed({ children }: { children: ReactNode }): ReactNode {
  const { dark } = useTheme();
  const phone = matchMedia('(max-width: 719.98px)').matches;
  const theme = useMemo(() => antdTheme(dark, phone), [dark, phone]);
  return (
    <ConfigProvider theme={theme} locale={WORDS}>
      {children}
    </ConfigProvider>
  );
}

// The few words our antd components can say; the library's own list is thirty times as long.
const WORDS = { locale: 'zh-cn', Empty: { description: '没有可选项' } };
