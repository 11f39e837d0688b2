using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace MlMaths.Torch;

/// <summary>
/// The native library under TorchSharp. A build with <c>TorchBackend</c> <c>cpu</c> or <c>cuda</c> brings its own; one with
/// <c>none</c> uses what the environment variable <c>LIBTORCH</c> names: a libtorch folder, its <c>lib</c>, or the
/// <c>torch</c> folder of a PyTorch install.
/// </summary>
public static partial class LibTorch
{
    private static readonly string[] NoMemory = ["failed to map segment", "cannot allocate memory", "out of memory"];

    private static readonly string[] Parts = ["c10", "c10_cuda", "torch_cpu", "torch_cuda", "torch"];

    private static readonly Assembly TorchSharpAssembly = typeof(torch).Assembly;
    private static int _threadsAreSet;

    /// <summary>
    /// Loads libtorch now (0.25 s, once) and says in one sentence why it does not start, before TorchSharp tries by itself,
    /// prints a wrong reason and leaves copies of its libraries in the bin folder.
    /// </summary>
    /// <exception cref="UserMistakeException">There is no libtorch, or this machine cannot load it.</exception>
    public static void Start()
    {
        // Where the folder that was named holds none, one of the system's would be taken without a word.
        if (PackagedFolder is null && Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } named) LibraryFolder(named);
        foreach (string library in (string[])["torch_cpu", "LibTorchSharp"])
        {
            try
            {
                NativeLibrary.Load(library, TorchSharpAssembly, null);
            }
            catch (Exception cause) when (cause is DllNotFoundException or BadImageFormatException)
            {
                string torch = FileName("torch_cpu");
                throw new UserMistakeException(Sentence(Reason(cause.Message, library), LibTorchVersion.LoadedFrom(torch), torch), cause);
            }
        }

        // What stands in OMP_NUM_THREADS, or how many cores there are, must not reach the last bit: see ComputeThreads.
        if (Interlocked.Exchange(ref _threadsAreSet, 1) == 0)
            torch.set_num_threads(1);
    }

    /// <summary>Why libtorch does not start, and what to do about that.</summary>
    /// <param name="reason">The loader's words.</param>
    /// <param name="folder">Where the libtorch lies that was loaded; null where none was.</param>
    /// <param name="library">Its file.</param>
    internal static string Sentence(string reason, string? folder, string library)
    {
        if (NoMemory.Any(words => reason.Contains(words, StringComparison.OrdinalIgnoreCase)))
        {
            return $"libtorch does not start, as this process may use no more memory ({reason}); "
                + $"raise the limit (ulimit -v unlimited), or close other programs.";
        }
        string? version = folder is null ? null : LibTorchVersion.Of(folder, library);
        if (version is not null
            && version != LibTorchVersion.Needed
            && !version.StartsWith(LibTorchVersion.Needed + ".", StringComparison.Ordinal))
        {
            return $"libtorch does not start ({reason}): "
                + $"the one in '{folder}' is version {version}, and this program needs {LibTorchVersion.Needed}; "
                + $"set the environment variable LIBTORCH to the folder of a libtorch {LibTorchVersion.Needed}, "
                + $"or build again with -p:TorchBackend=cpu.";
        }

        return $"libtorch does not start ({reason}); build again with -p:TorchBackend=cpu, "
            + $"or with -p:TorchBackend=none and the environment variable LIBTORCH naming the folder of a libtorch "
            + $"{LibTorchVersion.Needed}.";
    }

    /// <summary>
    /// What native libraries read once, as they load; what the user chose stands.
    ///
    /// <c>OMP_WAIT_POLICY</c>: threads of OpenMP that wait for work spin, by default, and on a laptop that also does
    /// something else they take the cores from those who have work: a decomposition then takes ten times as long.
    /// Asleep they cost nothing.
    ///
    /// <c>MKL_CBWR</c>: MKL's products add in an order that depends on where their operands begin. A
    /// <see cref="TensorCopy"/> begins at one place; AUTO fixes the order for a learner's own <c>torch.tensor(array)</c>
    /// too: of equal arrays at 16 places, Xw had four results without it and XXᵀ two; with it each had one.
    ///
    /// <c>OMP_NUM_THREADS</c>: a number of threads belongs to the thread that sets it. On a fresh thread a product of matrices took as
    /// many as the machine has cores, until another operation there looked up what was set; so it begins with one, whatever the user
    /// has there (<see cref="Optimisation.ComputeThreads"/> is how to ask for more).
    /// </summary>
    private static void SetEnvironment()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _ = SetEnvironmentVariable("OMP_WAIT_POLICY", "PASSIVE", overwrite: 0);
        _ = SetEnvironmentVariable("MKL_CBWR", "AUTO", overwrite: 0);
        _ = SetEnvironmentVariable("OMP_NUM_THREADS", "1", overwrite: 1);
    }

    // .NET's own environment is a copy that native libraries do not see.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);

    /// <summary>Where the libraries lie in what <c>LIBTORCH</c> names.</summary>
    internal static string LibraryFolder(string libtorch) => FolderIn(libtorch)
            ?? throw new UserMistakeException(
                $"LIBTORCH is '{libtorch}', where neither the folder itself nor its lib or torch/lib holds {FileName("torch_cpu")}; "
                + "name the folder of a libtorch 2.10 or of a PyTorch 2.10 install.");

    private static string? FolderIn(string libtorch) =>
        ((string[])[libtorch, Path.Combine(libtorch, "lib"), Path.Combine(libtorch, "torch", "lib")])
            .FirstOrDefault(place => File.Exists(Path.Combine(place, FileName("torch_cpu"))));

    /// <summary>The loader's own words, without the lines that tell where it looked in vain.</summary>
    internal static string Reason(string message, string library) =>
        message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .FirstOrDefault(line => !(line.Contains(library) && line.Contains("No such file")))
        ?? $"{FileName(library)} is not there";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255",
        Justification =
            "Costs one subscription and two calls, and must stand before TorchSharp's first use, wherever that is.")]
    internal static void Register()
    {
        SetEnvironment();
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += LoadOwn;

        // The loader asks for one only where it finds none by itself, and it may find a libtorch of the system's: what the user names,
        // or what the build brought, is loaded before it can look. Where that fails, Start says why.
        if (PackagedFolder is { } packaged)
        {
            if (StandsInTheLoadersPath)
                LoadAll(packaged);
        }
        else if (Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } libtorch && FolderIn(libtorch) is { } folder)
        {
            LoadAll(folder);
        }
    }

    /// <summary>Where the libtorch lies that the build brought along; null where it brought none.</summary>
    private static string? PackagedFolder =>
        ((AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string)?.Split(
            Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            ?? [])
            .Append(AppContext.BaseDirectory)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, FileName("torch_cpu"))));

    /// <summary>
    /// Whether the folders that the loader searches first, whatever a library says of its own place, hold parts of a libtorch.
    /// </summary>
    private static bool StandsInTheLoadersPath =>
        Environment.GetEnvironmentVariable(OperatingSystem.IsMacOS() ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH") is { Length: > 0 } path
        && path.Split(Path.PathSeparator).Any(folder => Parts.Any(part => File.Exists(Path.Combine(folder, FileName(part)))));

    /// <summary>LibTorchSharp asks for these by name. What is loaded already under a name is not searched for again.</summary>
    private static void LoadAll(string folder)
    {
        foreach (string needed in Parts)
            NativeLibrary.TryLoad(Path.Combine(folder, FileName(needed)), out _);
    }

    /// <summary>Asked only where the build brought no such library: a packaged libtorch always wins.</summary>
    private static nint LoadOwn(Assembly asking, string library)
    {
        if (asking != TorchSharpAssembly || library is not ("torch_cpu" or "torch_cuda")
            || Environment.GetEnvironmentVariable("LIBTORCH") is not { Length: > 0 } libtorch)
        {
            return 0;
        }

        string folder = LibraryFolder(libtorch);
        LoadAll(folder);
        return File.Exists(Path.Combine(folder, FileName(library))) ? NativeLibrary.Load(Path.Combine(folder, FileName(library))) : 0;
    }

    private static string FileName(string library) =>
        OperatingSystem.IsWindows() ? $"{library}.dll" : OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so";
}
