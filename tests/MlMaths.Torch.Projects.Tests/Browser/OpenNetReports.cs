using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 4 on the digits.</summary>
public sealed class OpenNetReports(OneBrowser browser, QuickNetRun quick) : OpenReports(browser)
{
    private protected override RunOf Example() => quick.Run;
}
