using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickEvaluationRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The breast cancer data through the evaluation pack, once for all tests that look at the same folder.</summary>
public sealed class QuickEvaluationRun : IDisposable
{
    private readonly Lazy<EvaluationRunOf> _run = new(() => new EvaluationRunOf("evaluate", "--quick"));

    internal EvaluationRunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
