using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickEvaluationRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The breast cancer data through the evaluation pack, once for all tests that look at the same folder.</summary>
public sealed class QuickEvaluationRun : IDisposable
{
    private readonly Lazy<PortfolioRunOf> _run = new(() => new PortfolioRunOf("evaluate", "--quick"));

    internal PortfolioRunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
