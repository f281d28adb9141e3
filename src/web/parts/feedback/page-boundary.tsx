/** 页面出错: a fault in one page leaves the frame standing and says what to do. */
import { Component, type ReactNode } from 'react';
import { Button } from '../surface/button.tsx';
import { ErrorState } from './states.tsx';

interface PageBoundaryProps {
  /** A change of this (the address) gives the page another chance. */
  resetOn: string;
  children: ReactNode;
}

interface PageBoundaryState {
  thrown: unknown;
}

/** Catches what a page throws while drawing. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { thrown: undefined };

  static getDerivedStateFromError(thrown: unknown): PageBoundaryState {
    return { thrown: thrown ?? new Error('unknown') };
  }

  override componentDidUpdate(before: PageBoundaryProps): void {
    if (before.resetOn !== this.props.resetOn && this.state.thrown !== undefined) this.setState({ thrown: undefined });
  }

  override render(): ReactNode {
    if (this.state.thrown === undefined) return this.props.children;
    return (
      <>
        <ErrorState problem={this.state.thrown} />
        <div className="state-act">
          <Button onPress={() => location.reload()}>刷新此页</Button>
        </div>
      </>
    );
  }
}
