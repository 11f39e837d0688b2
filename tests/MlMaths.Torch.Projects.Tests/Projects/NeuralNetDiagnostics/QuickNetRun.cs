using MlMaths.Torch.Tests.Projects;

[assembly: AssemblyFixture(typeof(QuickNetRun))]

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The embedded digits through project 4, once for all tests that look at the same folder.</summary>
public sealed class QuickNetRun : IDisposable
{
    private readonly Lazy<NetRunOf> _run = new(() => new NetRunOf("--quick", "--seed", "3"));

    internal NetRunOf Run => _run.Value;

    public void Dispose()
    {
        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }
}
