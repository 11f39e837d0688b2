using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of the evaluation pack on the breast cancer data.</summary>
public sealed class OpenEvaluationReports(QuickEvaluationRun quick) : OpenReports
{
    private protected override bool IsShared => true;

    private protected override RunOf Example() => quick.Run;
}
