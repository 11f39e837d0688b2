using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 2 on wine.</summary>
public sealed class OpenPcaReports(OneBrowser browser, QuickPcaRun quick) : OpenReports(browser)
{
    private protected override RunOf Example() => quick.Run;
}
