using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickPcaRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The wine data through project 2, once for all tests that look at the same folder.</summary>
public sealed class QuickPcaRun : IDisposable
{
    private readonly Lazy<PcaRunOf> _run = new(() => new PcaRunOf("--quick"));

    internal PcaRunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
