using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickDecisionRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The payments through project 3, once for all tests that look at the same folder.</summary>
public sealed class QuickDecisionRun : IDisposable
{
    private readonly Lazy<DecisionRunOf> _run = new(() => new DecisionRunOf("--quick"));

    internal DecisionRunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
