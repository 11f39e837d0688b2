using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of the evaluation pack on the breast cancer data.</summary>
public sealed class OpenEvaluationReports(OneBrowser browser, QuickEvaluationRun quick) : OpenReports(browser)
{
    private protected override RunOf Example() => quick.Run;
}
