using System.Diagnostics;
using System.Reflection;

namespace MlMaths.Torch.Tests.House;

/// <summary>Numbers beside tensors live as long as libtorch reads them; shared/build/KeptScalars.cs says why they might not.</summary>
public sealed class KeptScalarsTests
{
    [Fact]
    public void TorchSharp_is_the_mended_copy() =>
        Assert.True(typeof(torch).Assembly.GetCustomAttribute<DebuggableAttribute>()!.IsJITOptimizerDisabled);

    [Fact]
    public void The_cached_package_is_as_it_was()
    {
        string package = typeof(torch).Assembly.GetName().Version!.ToString(3);
        string cached = Path.Combine(
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            "torchsharp");
        Assert.SkipUnless(Directory.Exists(cached), $"There is no NuGet cache at {cached}, version {package}.");
        foreach (string original in Directory.EnumerateFiles(cached, "TorchSharp.dll", SearchOption.AllDirectories))
            Assert.NotEqual(File.ReadAllBytes(typeof(torch).Assembly.Location), File.ReadAllBytes(original));
    }

    [Fact]
    public void Two_threads_that_calculate_survive_hundreds_of_collections()
    {
        const int Collections = 150;
        bool over = false;
        int failures = 0;
        Thread[] threads = [.. Enumerable.Range(0, 2).Select(_ => new Thread(Calculate))];
        foreach (Thread thread in threads)
            thread.Start();
        for (int i = 0; i < Collections; i++)
        {
            byte[][] garbage = [.. Enumerable.Range(0, 200).Select(_ => new byte[90_000])];
            GC.KeepAlive(garbage);
            GC.Collect(0, GCCollectionMode.Forced, blocking: false);
        }

        Volatile.Write(ref over, true);
        foreach (Thread thread in threads)
            thread.Join();
        Assert.Equal(0, failures);

        void Calculate()
        {
            torch.set_num_threads(1);
            using Tensor x = torch.ones(8);
            while (!Volatile.Read(ref over))
            {
                try
                {
                    using DisposeScope scope = torch.NewDisposeScope();
                    for (int i = 0; i < 100; i++)
                        (x * 2 + x).square().sum().ToDouble();
                }
                catch (System.Runtime.InteropServices.ExternalException)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        }
    }
}
