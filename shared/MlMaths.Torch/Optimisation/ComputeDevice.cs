using System.Globalization;

namespace MlMaths.Torch.Optimisation;

/// <summary>Where tensors live and are computed: <c>auto</c>, <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</summary>
/// <param name="Name">The wish, as it was written.</param>
public sealed record ComputeDevice(string Name)
{
    private const string Auto = "auto", Cpu = "cpu", Cuda = "cuda";

    /// <summary>Checks the wish without loading libtorch.</summary>
    /// <exception cref="UserMistakeException">It is none of the four forms.</exception>
    public static ComputeDevice Parse(string name) =>
        name is Auto or Cpu or Cuda || IndexOf(name) is not null
            ? new ComputeDevice(name)
            : throw new UserMistakeException(
                $"--device was {Quoted.Value(name)}, and may be auto, cpu, cuda or cuda:N with N from 0; "
                + $"leave it out for auto.");

    /// <summary>The device itself. <c>auto</c> is the first CUDA device where one can be used, else the CPU.</summary>
    /// <exception cref="UserMistakeException">CUDA was asked for by name and cannot be used; says what is missing and
    /// what to type.</exception>
    public torch.Device Resolve()
    {
        LibTorch.Start();
        if (Name == Cpu)
            return torch.CPU;

        string? obstacle = CudaObstacle();
        if (Name == Auto)
            return obstacle is null ? torch.device("cuda:0") : torch.CPU;
        if (obstacle is not null)
            throw new UserMistakeException($"--device was {Quoted.Value(Name)}, but {obstacle}");

        int index = IndexOf(Name) ?? 0, count = torch.cuda.device_count();
        return index < count
            ? torch.device($"cuda:{index}")
            : throw new UserMistakeException(
                $"--device was '{Name}', but this machine has {count} CUDA device{(count == 1 ? "" : "s")}: "
                + $"use cuda:0{(count > 1 ? $" to cuda:{count - 1}" : "")}.");
    }

    private static int? IndexOf(string name) =>
        name.StartsWith(Cuda + ":", StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(Cuda.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : null;

    /// <summary>Why CUDA cannot be used here, and what to do about it; null when it can.</summary>
    private static string? CudaObstacle()
    {
        // Only a libtorch that was built for CUDA may be asked: TorchSharp answers the question by searching the NuGet cache.
        if (!HasCudaLibrary())
        {
            return "this build has the CPU libtorch: build it with -p:TorchBackend=cuda (Windows or Linux with an NVIDIA card), "
                + "or with -p:TorchBackend=none and the environment variable LIBTORCH naming a CUDA libtorch; "
                + "--device cpu works everywhere.";
        }

        return torch.cuda.is_available()
            ? null
            : "libtorch finds no usable NVIDIA card: check that nvidia-smi lists one and that its driver supports CUDA "
                + "12.8; --device cpu works everywhere.";
    }

    private static bool HasCudaLibrary() =>
        LibraryFolders().Where(Directory.Exists).Any(folder => Directory.EnumerateFiles(folder, "*torch_cuda*").Any());

    private static IEnumerable<string> LibraryFolders()
    {
        string? own = Environment.GetEnvironmentVariable("LIBTORCH");
        string[] roots = own is null ? [] : [own, Path.Combine(own, "lib"), Path.Combine(own, "torch", "lib")];
        string runtimes = Path.Combine(AppContext.BaseDirectory, "runtimes");
        return Directory.Exists(runtimes)
            ? [.. roots, AppContext.BaseDirectory, .. Directory.EnumerateDirectories(runtimes)
                .Select(runtime => Path.Combine(runtime, "native"))]
            : [.. roots, AppContext.BaseDirectory];
    }
}
