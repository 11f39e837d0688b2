using System.Reflection;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Tests;
using Xunit.v3;

[assembly: OneThreadEachTest]

namespace MlMaths.Torch.Tests;

/// <summary>
/// Each test begins with one thread of libtorch, whichever test ran before it, and leaves one to the constructor of the next. The number
/// belongs to the thread that sets it: the test's own is asked.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class OneThreadEachTestAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => ComputeThreads.Set(1);

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => ComputeThreads.Set(1);
}
